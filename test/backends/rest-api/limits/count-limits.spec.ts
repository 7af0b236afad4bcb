import { describe, expect, it } from '@jest/globals';
import type { LimitUse } from '../../../../lib/rules/gateway/limit.js';
import { countLimits } from '../../../../lib/backends/rest-api/limits/count-limits.js';
import type { Authorizer } from '../../../../lib/model/authorizers/authorizer.js';
import type { GatewayModel } from '../../../../lib/model/gateway-model.js';
import type { DeployMembers } from '../../../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';
import { makeModel, makeRoute } from '../../../support/make-model.js';
import { makeRestApi } from '../../../support/make-rest-api.js';

/** A model of the given paths, each of one `GET`. */
const modelOf = (...paths: readonly string[]): GatewayModel =>
  makeModel({ routes: paths.map((path) => makeRoute({ path })) });

const usesOf = (name: string, model: GatewayModel, document: DeployMembers = {}): readonly LimitUse[] =>
  countLimits(model, makeRestApi(model, document)).filter((use) => use.name === name);
const usedOf = (...given: Parameters<typeof usesOf>): readonly number[] =>
  usesOf(...given).map(({ used }) => used);

const named = (kind: 'iam' | 'cognito', name: string): Authorizer =>
  ({ kind, name: parseDeployValue(name), publicScheme: {} }) as unknown as Authorizer;
const integrated = (integration: DeployMembers): DeployMembers => ({
  'x-amazon-apigateway-integration': integration,
});

describe('countLimits', () => {
  it.each([
    [[], 1],
    [['/'], 1],
    [['/users'], 2],
    [['/a/b/c', '/a/b', '/a/{x}/c', '/'], 6],
    [['/files/{path+}', '/files'], 3],
  ])('counts the resources of %j, the root and what lies between too: %i', (paths, count) => {
    expect(usedOf('resources', modelOf(...paths))).toEqual([count]);
  });

  it('counts the authorizers in use, but not IAM, which is none of the API’s own', () => {
    const routes = [0, 0, 1].map((index) => makeRoute({ authorizer: { index, scopes: [] } }));
    const authorizers = [named('cognito', 'a'), named('iam', 'b'), named('cognito', 'unused')];
    const model = makeModel({ routes, authorizers });
    expect(usedOf('authorizers', model)).toEqual([1]);
    expect(usedOf('routes', model)).toEqual([3]);
  });

  it('measures models without spaces, and the definition as it is written', () => {
    const schemas = { Pet: { type: 'object' }, Pets: { type: 'array', items: {} } };
    const document = { components: { schemas } };
    const sizes = Object.values(schemas).map((schema) => JSON.stringify(schema).length);
    expect(usedOf('models', modelOf('/'), document)).toEqual([sizes[0]! + sizes[1]!]);
    expect(usedOf('definition', modelOf('/'), document)).toEqual([JSON.stringify(document, null, 2).length]);
  });

  it('measures the characters of the policy without spaces, placeholders as they are written', () => {
    const policy = { Statement: [{ Resource: parseDeployValue('ä${arn}') }] };
    const model = makeModel({ settings: { ...makeModel().settings, policy } });
    expect(usedOf('resource policy', model)).toEqual(['{"Statement":[{"Resource":"ä${arn}"}]}'.length]);
    expect(usedOf('resource policy', makeModel())).toEqual([0]);
  });

  it('finds the largest template of each operation, with its route', () => {
    const model = makeModel({
      routes: [
        makeRoute({ method: 'any', handler: 'all' }),
        makeRoute({ method: 'put', handler: 'replace' }),
        makeRoute({ path: '/plain' }),
      ],
    });
    const document = {
      paths: {
        '/pets': {
          put: integrated({
            requestTemplates: { 'application/json': 'äö', 'text/plain': null },
            responses: { default: { responseTemplates: { 'application/json': 'xyz' } } },
          }),
          options: integrated({ requestTemplates: { 'application/json': '{}' } }),
          'x-amazon-apigateway-any-method': integrated({
            responses: { default: {}, '5..': { responseTemplates: { a: parseDeployValue('$${name}') } } },
          }),
        },
        '/plain': { get: integrated({ type: 'aws_proxy' }) },
      },
    };
    expect(
      usesOf('largest template', model, document).map(({ used, at }) => [used, at?.method, at?.handler]),
    ).toEqual([
      [8, 'any', 'all'],
      [4, 'put', 'replace'],
      [2, 'any', 'all'],
    ]);
    expect(usedOf('largest template', makeModel())).toEqual([0]);
  });

  it('counts each stage variable that is read once, wherever it is read', () => {
    const document = {
      info: { description: 'reads $stageVariables.nothing' },
      paths: {
        '/pets': {
          get: {
            description: 'stageVariables.neither',
            ...integrated({
              uri: parseDeployValue('arn:${arn}/${stageVariables.alias}'),
              requestParameters: { 'integration.request.header.A': 'stageVariables.tenant' },
              requestTemplates: {
                a: '$!{stageVariables.tenant}$stageVariables.get("table")$stageVariables[\'old\']',
                b: '#foreach($key in $stageVariables.keySet())$stageVariables.get($key)#end',
              },
            }),
          },
        },
      },
      components: {
        securitySchemes: {
          bearer: { 'x-amazon-apigateway-authorizer': { identitySource: 'stageVariables.who, a' } },
        },
      },
      'x-amazon-apigateway-gateway-responses': {
        DEFAULT_4XX: { responseTemplates: { a: '$stageVariables.contact' } },
      },
    };
    // alias, tenant, table, old, who, contact
    expect(usedOf('stage variables', modelOf('/pets'), document)).toEqual([6]);
  });

  it('counts a documentation part for each thing that says something about itself', () => {
    const described = { description: 'd' };
    const document = {
      info: { title: 'none', ...described },
      paths: {
        '/pets': {
          get: { summary: 's', ...described, tags: ['Pets'], parameters: [described, { name: 'none' }] },
          put: {
            tags: [],
            requestBody: described,
            responses: {
              200: { ...described, headers: { A: described, B: {} } },
              404: { description: '' },
            },
          },
          post: { tags: ['Pets'] },
        },
      },
      components: {
        schemas: {
          Pet: { properties: { name: { ...described, title: 't' }, title: { type: 'string' } } },
          Plain: { properties: { description: { type: 'string' } }, required: ['description'] },
          Union: { anyOf: [{}, { title: 't' }] },
        },
      },
    };
    // info; get and its parameter; the body, the answer and its header; post; Pet and Union
    const routes = ['get', 'put', 'post'].map((method) => makeRoute({ method }));
    expect(usedOf('documentation parts', makeModel({ routes }), document)).toEqual([9]);
  });

  it('takes the quotas that were raised, and API Gateway’s own for the others', () => {
    const settings = { ...makeModel().settings, limits: { resources: 500, policy: 9000 } };
    const model = makeModel({ settings });
    const uses = countLimits(model, makeRestApi(model, {}));
    expect(uses.map(({ name, of }) => [name, of])).toEqual([
      ['resources', 500],
      ['routes', undefined],
      ['authorizers', 10],
      ['models', 400 * 1024],
      ['definition', 6 * 1024 * 1024],
      ['largest template', 300 * 1024],
      ['resource policy', 9000],
      ['stage variables', 100],
      ['documentation parts', 2000],
    ]);
  });
});
