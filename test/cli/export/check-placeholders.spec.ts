import { describe, expect, it } from '@jest/globals';
import { checkPlaceholders } from '../../../lib/cli/export/check-placeholders.js';
import type { Authorizer } from '../../../lib/model/authorizers/authorizer.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';
import { makeModel, makeRoute } from '../../support/make-model.js';
import { makeRestApi } from '../../support/make-rest-api.js';

const bearer: Authorizer = {
  kind: 'lambda',
  name: parseDeployValue('bearer'),
  publicScheme: {},
  type: 'request',
  function: { functionArn: parseDeployValue('${authorizer_arn}') },
  identitySources: [],
};
const model = makeModel({
  authorizers: [bearer],
  routes: [
    makeRoute({ method: 'any', handler: 'all' }),
    makeRoute({ path: '/pets/{id}', handler: 'get', authorizer: { index: 0, scopes: [] } }),
  ],
});
const output = makeRestApi(model, {
  'x-amazon-apigateway-policy': parseDeployValue('${vpce}'),
  paths: {
    '/pets': { 'x-amazon-apigateway-any-method': { uri: parseDeployValue('arn:${pets_arn}/${stage}') } },
    '/pets/{id}': { get: { uri: parseDeployValue('${pets_arn}') }, options: {} },
  },
  components: { securitySchemes: { bearer: { uri: parseDeployValue('${authorizer_arn}') } } },
});
const ALL = new Map(['authorizer_arn', 'pets_arn', 'stage', 'vpce'].map((name) => [name, 'x']));

describe('checkPlaceholders', () => {
  it('names each placeholder that nothing fills, at the first route that needs it', () => {
    const found = checkPlaceholders(output, model, { template: 'none', vars: new Map([['stage', 'v1']]) });
    expect(found).toEqual([
      {
        code: 'unfilled-placeholder',
        severity: 'error',
        at: { controller: 'PetsController', handler: 'get', method: 'GET', path: '/pets/{id}' },
        message:
          'the placeholder `${authorizer_arn}` has no value, and with `--template none` nothing fills it in later',
        fix: 'Add `--var authorizer_arn=...`, or write the document for Terraform with `--template terraform`.',
        docs: 'nestjs-aws-gateway/docs/diagnostics.md#unfilled-placeholder',
      },
      {
        code: 'unfilled-placeholder',
        severity: 'error',
        at: { controller: 'PetsController', handler: 'all', method: 'ANY', path: '/pets' },
        message:
          'the placeholder `${pets_arn}` has no value, and with `--template none` nothing fills it in later',
        fix: 'Add `--var pets_arn=...`, or write the document for Terraform with `--template terraform`.',
        docs: 'nestjs-aws-gateway/docs/diagnostics.md#unfilled-placeholder',
      },
      {
        code: 'unfilled-placeholder',
        severity: 'error',
        at: { option: '--template none' },
        message:
          'the placeholder `${vpce}` has no value, and with `--template none` nothing fills it in later',
        fix: 'Add `--var vpce=...`, or write the document for Terraform with `--template terraform`.',
        docs: 'nestjs-aws-gateway/docs/diagnostics.md#unfilled-placeholder',
      },
    ]);
  });

  it('leaves them to Terraform', () => {
    expect(checkPlaceholders(output, model, { template: 'terraform', vars: new Map() })).toEqual([]);
  });

  it.each(['terraform', 'none'] as const)('is content when all are filled, for %s', (template) => {
    expect(checkPlaceholders(output, model, { template, vars: ALL })).toEqual([]);
  });

  it('speaks of a value for no placeholder and names those there are', () => {
    expect(
      checkPlaceholders(output, model, { template: 'none', vars: new Map([...ALL, ['petsarn', 'x']]) }),
    ).toEqual([
      {
        code: 'unknown-placeholder',
        severity: 'error',
        at: { option: '--var petsarn' },
        message: 'the application has no placeholder `petsarn`',
        fix: 'Use `authorizer_arn`, `pets_arn`, `stage` or `vpce`, or remove the option.',
        docs: 'nestjs-aws-gateway/docs/diagnostics.md#unknown-placeholder',
      },
    ]);
  });

  it('takes a value that only another gateway needs', () => {
    const vars = new Map([...ALL, ['other', 'x']]);
    expect(checkPlaceholders(output, model, { template: 'none', vars }, [], () => ['other'])).toEqual([]);
  });

  it('says when there are none at all', () => {
    const [found] = checkPlaceholders(makeRestApi(makeModel(), {}), makeModel(), {
      template: 'terraform',
      vars: new Map([['a', '']]),
    });
    expect(found?.fix).toBe('Remove the option: the application has no placeholders.');
  });
});
