import { describe, expect, it } from '@jest/globals';
import { createGatewayTester } from '../../../../lib/testing/index.js';
import { addCors } from '../../../../lib/backends/rest-api/cors/add-cors.js';
import { renderGatewayResponses } from '../../../../lib/backends/rest-api/cors/render-gateway-responses.js';
import type { RenderedIntegration } from '../../../../lib/backends/rest-api/integrations/rendered-integration.js';
import { normalizeOrigin } from '../../../../lib/grammar/origin.js';
import { renderRestApi } from '../../../../lib/backends/rest-api/render-rest-api.js';
import type { Cors } from '../../../../lib/model/cors/cors.js';
import type { GatewayModel } from '../../../../lib/model/gateway-model.js';
import type { Route } from '../../../../lib/model/routes/route.js';
import { viewRoute } from '../../../../lib/model/documents/view-route.js';
import type { JsonObject } from '../../../../lib/openapi/openapi.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';
import { makeDocument, makeModel, makeRoute } from '../../../support/make-model.js';

const cors = (allowOrigins: readonly string[], rest: Partial<Cors> = {}): Cors => ({
  allowOrigins: allowOrigins.map(normalizeOrigin),
  allowCredentials: false,
  ...rest,
});
const ONE = cors(['https://app.example.com']);
const TWO = cors(['https://a.example.com', '${second_origin}']);

interface Preflight {
  readonly responses: { readonly 200: { readonly headers: Readonly<Record<string, unknown>> } };
  readonly security: unknown;
  readonly 'x-amazon-apigateway-integration': {
    readonly responses: {
      readonly default: {
        readonly responseParameters: Readonly<Record<string, string>>;
        readonly responseTemplates?: Readonly<Record<string, string>>;
      };
    };
  };
}

function preflight(routes: readonly Route[], given: Partial<GatewayModel> = {}): Preflight | undefined {
  const model = makeModel({ routes, ...given });
  const { preflights } = renderRestApi(model);
  return writeTree(preflights.get(model.paths[0]!.path)?.operation) as Preflight | undefined;
}

/** The mapped headers, without their prefix. */
function headersOf(operation: Preflight | undefined): Readonly<Record<string, string>> {
  const { responseParameters } = operation!['x-amazon-apigateway-integration'].responses.default;
  return Object.fromEntries(
    Object.entries(responseParameters).map(([name, value]) => [
      name.replace('method.response.header.', ''),
      value,
    ]),
  );
}

const methodsOf = (...methods: readonly string[]): string | undefined =>
  headersOf(preflight(methods.map((method) => makeRoute({ method, cors: ONE }))))[
    'Access-Control-Allow-Methods'
  ];

describe('renderPreflight', () => {
  it('is a mock that declares what it maps, open, and text on both sides', () => {
    expect(preflight([makeRoute({ cors: ONE })])).toEqual({
      summary: 'CORS preflight',
      responses: {
        200: {
          description: 'CORS preflight',
          headers: {
            'Access-Control-Allow-Origin': { schema: { type: 'string' } },
            'Access-Control-Allow-Methods': { schema: { type: 'string' } },
            'Access-Control-Allow-Headers': { schema: { type: 'string' } },
          },
        },
      },
      security: [],
      'x-amazon-apigateway-integration': {
        type: 'mock',
        passthroughBehavior: 'when_no_match',
        contentHandling: 'CONVERT_TO_TEXT',
        requestTemplates: { 'application/json': '{"statusCode":200}' },
        responses: {
          default: {
            statusCode: '200',
            contentHandling: 'CONVERT_TO_TEXT',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'",
              'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
              'method.response.header.Access-Control-Allow-Headers': "'Content-Type'",
            },
          },
        },
      },
    });
  });

  it('is left to a handler of the user’s own, and to paths without a policy', () => {
    expect(preflight([makeRoute()])).toBeUndefined();
    expect(preflight([makeRoute({ cors: ONE }), makeRoute({ method: 'options' })])).toBeUndefined();
  });

  it('says what is given', () => {
    const given = cors(['${origin}'], {
      allowHeaders: ['X-One', 'X-Two'],
      exposeHeaders: ['ETag'],
      allowCredentials: true,
      maxAge: 600,
    });
    const operation = preflight([makeRoute({ cors: given })]);
    expect(headersOf(operation)).toEqual({
      'Access-Control-Allow-Origin': "'${origin}'",
      'Access-Control-Allow-Credentials': "'true'",
      'Access-Control-Allow-Methods': "'GET,OPTIONS'",
      'Access-Control-Allow-Headers': "'X-One,X-Two'",
      'Access-Control-Max-Age': "'600'",
    });
    expect(Object.keys(operation!.responses[200].headers)).toEqual(Object.keys(headersOf(operation)));
  });

  it('allows the methods of the path, all of them for the any-method', () => {
    expect(methodsOf('put', 'delete', 'get')).toBe("'DELETE,GET,OPTIONS,PUT'");
    expect(methodsOf('any')).toBe("'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'");
    expect(methodsOf('any', 'get')).toBe("'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'");
  });

  it('derives the headers from parameters, authorizers and API keys', () => {
    const publicScheme = { type: 'http' };
    const routes = [
      makeRoute({ method: 'get', cors: ONE, authorizer: { index: 0, scopes: [] }, apiKey: true }),
      makeRoute({ method: 'post', cors: ONE, authorizer: { index: 1, scopes: [] } }),
      makeRoute({ method: 'put', cors: ONE, authorizer: { index: 2, scopes: [] } }),
    ];
    const operation = preflight(routes, {
      document: makeDocument({
        'get /pets': {
          parameters: [
            { name: 'x-trace', in: 'header' },
            { name: 'content-type', in: 'header' },
            { name: 'q', in: 'query' },
          ],
        },
      }),
      authorizers: [
        {
          kind: 'lambda',
          name: parseDeployValue('bearer'),
          publicScheme,
          type: 'request',
          function: { invokeArn: parseDeployValue('${arn}') },
          identitySources: [
            { from: 'header', name: 'X-Tenant' },
            { from: 'query', name: 'token' },
          ],
        },
        {
          kind: 'cognito',
          name: parseDeployValue('pool'),
          publicScheme,
          userPoolArns: [],
          header: 'X-Session',
        },
        { kind: 'iam', name: parseDeployValue('iam'), publicScheme },
      ],
    });
    expect(headersOf(operation)['Access-Control-Allow-Headers']).toBe(
      "'Authorization,content-type,X-Amz-Content-Sha256,X-Amz-Date,X-Amz-Security-Token,X-Api-Key,X-Session,X-Tenant,x-trace'",
    );
  });

  it('derives headers from documented security, mapped values and the version', () => {
    const document = makeDocument({
      'get /pets': { security: [{ jwt: [] }, { partner: [] }, { cookie: [] }, { unknown: [] }] },
    });
    const routes = [
      makeRoute({
        cors: ONE,
        integration: {
          kind: 'raw',
          object: {
            type: 'http',
            requestParameters: { 'integration.request.header.If-Match': 'method.request.header.If-Match' },
          },
        },
      }),
    ];
    const operation = preflight(routes, {
      versionHeaders: ['X-API-Version'],
      document: {
        ...document,
        components: {
          securitySchemes: {
            jwt: { type: 'http', scheme: 'bearer' },
            partner: { type: 'apiKey', in: 'header', name: 'X-Partner' },
            cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
          },
        },
      },
    });
    expect(headersOf(operation)['Access-Control-Allow-Headers']).toBe(
      "'Authorization,Content-Type,If-Match,X-API-Version,X-Partner'",
    );
  });

  it('derives headers from the security of the whole document where an operation has none', () => {
    const operation = preflight([makeRoute({ cors: ONE })], {
      document: {
        ...makeDocument({ 'get /pets': {} }),
        security: [{ oauth: ['read'] }],
        components: { securitySchemes: { oauth: { type: 'oauth2' } } },
      },
    });
    expect(headersOf(operation)['Access-Control-Allow-Headers']).toBe("'Authorization,Content-Type'");
  });

  it('does as the application, whose headers are what a browser asks for', () => {
    const operation = preflight([
      makeRoute({ cors: cors(['*'], { anyHeader: true, allowMethods: ['GET', 'POST'] }) }),
    ]);
    expect(headersOf(operation)).toMatchObject({
      'Access-Control-Allow-Methods': "'GET,POST'",
      'Access-Control-Allow-Headers': "'Content-Type'",
    });
    expect(operation!['x-amazon-apigateway-integration'].responses.default.responseTemplates).toEqual({
      'application/json': expect.stringContaining(
        '#set($context.responseOverride.header.Access-Control-Allow-Headers = $headers)',
      ),
    });
  });

  it('asks for no key header when the authorizer names the key', () => {
    const routes = [makeRoute({ cors: ONE, apiKey: true })];
    const { settings } = makeModel();
    const operation = preflight(routes, { settings: { ...settings, apiKeySource: 'AUTHORIZER' } });
    expect(headersOf(operation)['Access-Control-Allow-Headers']).toBe("'Content-Type'");
  });

  it('chooses one of several origins in a template, and answers the first otherwise', () => {
    const operation = preflight([makeRoute({ cors: TWO })]);
    expect(headersOf(operation)).toMatchObject({
      'Access-Control-Allow-Origin': "'https://a.example.com'",
      Vary: "'Origin'",
    });
    expect(operation!['x-amazon-apigateway-integration'].responses.default.responseTemplates).toEqual({
      'application/json': [
        '#set($origin = $input.params("Origin"))',
        '#if($origin == "")#set($origin = $input.params("origin"))#end',
        '#if($origin == "https://a.example.com" || $origin == "${second_origin}")',
        '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
        '#end',
        '',
      ].join('\n'),
    });
  });

  it('answers any origin as a star, without a template', () => {
    const operation = preflight([makeRoute({ cors: cors(['https://a.example.com', '*']) })]);
    expect(headersOf(operation)).not.toHaveProperty('Vary');
    expect(headersOf(operation)['Access-Control-Allow-Origin']).toBe("'*'");
    expect(operation!['x-amazon-apigateway-integration'].responses.default).not.toHaveProperty(
      'responseTemplates',
    );
  });
});

const addTo = (integration: RenderedIntegration, route: Route): RenderedIntegration =>
  addCors(integration, route, viewRoute(route, makeModel({ routes: [route] })));

const add = (integration: RenderedIntegration, route: Partial<Route>): RenderedIntegration =>
  writeTree(addTo(integration, makeRoute(route))) as RenderedIntegration;

describe('addCors', () => {
  const mock: RenderedIntegration = {
    type: 'mock',
    responses: {
      default: { statusCode: '200', responseTemplates: { 'application/json': '{}' } },
      '4\\d{2}': { statusCode: '400' },
    },
  };
  const block = (
    add(mock, { cors: TWO }).responses!['default']!.responseTemplates!['application/json'] as string
  ).slice(0, -2);

  it('maps the headers on every answer', () => {
    const { responses } = add(mock, {
      cors: cors(['${origin}'], { exposeHeaders: ['ETag', 'Link'], allowCredentials: true }),
    });
    const responseParameters = {
      'method.response.header.Access-Control-Allow-Origin': "'${origin}'",
      'method.response.header.Access-Control-Allow-Credentials': "'true'",
      'method.response.header.Access-Control-Expose-Headers': "'ETag,Link'",
    };
    expect(responses).toEqual({
      default: { ...mock.responses!['default'], responseParameters },
      '4\\d{2}': { statusCode: '400', responseParameters },
    });
  });

  it('chooses one of several origins at the head of each template', () => {
    expect(block).toContain('$origin == "${second_origin}"');
    const kinds: readonly [Route['integration'], string | undefined][] = [
      [{ kind: 'mock', status: 200, headers: {} }, block],
      [{ kind: 'lambda', mode: 'async', function: { invokeArn: parseDeployValue('a') } }, block],
      [
        { kind: 'lambda', mode: 'custom', function: { invokeArn: parseDeployValue('a') } },
        `${block}$input.body`,
      ],
      [{ kind: 'raw', object: {} }, undefined],
    ];
    for (const [integration, expected] of kinds) {
      const { responses } = add(mock, { cors: TWO, ...(integration ? { integration } : {}) });
      expect(responses!['default']!.responseTemplates).toEqual({ 'application/json': `${block}{}` });
      expect(responses!['4\\d{2}']!.responseTemplates).toEqual(expected && { 'application/json': expected });
    }
  });

  it('leaves headers that stand there already, in whatever case', () => {
    const given: RenderedIntegration = {
      type: 'mock',
      responses: {
        default: {
          statusCode: '200',
          responseParameters: {
            'method.response.header.access-control-allow-origin': "'https://mine.example.com'",
          },
          responseTemplates: { 'application/json': '{}' },
        },
      },
    };
    expect(add(given, { cors: TWO }).responses!['default']).toEqual({
      ...given.responses!['default'],
      responseParameters: {
        'method.response.header.access-control-allow-origin': "'https://mine.example.com'",
        'method.response.header.Vary': "'Origin'",
      },
    });
  });

  it.each(['aws_proxy', 'http_proxy', 'AWS_PROXY'])('leaves %s to its backend', (type) => {
    const proxy = { ...mock, type };
    const integration = { kind: 'raw', object: proxy as JsonObject } as const;
    expect(addTo(proxy, makeRoute({ cors: ONE, integration }))).toBe(proxy);
  });

  it('does nothing without a policy', () => {
    expect(addTo(mock, makeRoute())).toBe(mock);
  });
});

const renderGateway = (
  policies: readonly Cors[],
  gatewayResponses?: GatewayModel['settings']['gatewayResponses'],
) => {
  const model = makeModel({
    routes: policies.map((policy, index) => makeRoute({ path: `/${index}`, cors: policy })),
  });
  const settings = { ...model.settings, ...(gatewayResponses ? { gatewayResponses } : {}) };
  return writeTree(renderGatewayResponses({ ...model, settings }));
};

describe('renderGatewayResponses', () => {
  const ORIGIN = 'gatewayresponse.header.Access-Control-Allow-Origin';

  it('are absent without CORS and without the user’s own', () => {
    expect(renderGateway([])).toBeUndefined();
  });

  it('are the user’s own without CORS, with a status as text', () => {
    expect(renderGateway([], { THROTTLED: { statusCode: 429 } })).toEqual({
      THROTTLED: { statusCode: '429' },
    });
  });

  it('answer the one origin on both defaults', () => {
    const responseParameters = { [ORIGIN]: "'https://app.example.com'" };
    expect(renderGateway([ONE, ONE])).toEqual({
      DEFAULT_4XX: { responseParameters },
      DEFAULT_5XX: { responseParameters },
    });
  });

  it('answer any of several origins, or echo the caller’s when credentials are allowed', () => {
    expect(renderGateway([ONE, TWO])).toMatchObject({
      DEFAULT_4XX: { responseParameters: { [ORIGIN]: "'*'" } },
    });
    const credentials = { ...TWO, allowCredentials: true, exposeHeaders: ['ETag'] };
    expect(renderGateway([credentials])).toMatchObject({
      DEFAULT_5XX: {
        responseParameters: {
          [ORIGIN]: 'method.request.header.origin',
          'gatewayresponse.header.Access-Control-Allow-Credentials': "'true'",
          'gatewayresponse.header.Access-Control-Expose-Headers': "'ETag'",
          'gatewayresponse.header.Vary': "'Origin'",
        },
      },
    });
  });

  it('are merged with the user’s own, never over them, on every type', () => {
    const own = { 'gatewayresponse.header.access-control-allow-origin': "'*'" };
    expect(
      renderGateway([ONE], {
        DEFAULT_4XX: { responseParameters: own },
        UNAUTHORIZED: { statusCode: '401', responseTemplates: { 'application/json': '{}' } },
      }),
    ).toEqual({
      DEFAULT_4XX: { responseParameters: own },
      DEFAULT_5XX: { responseParameters: { [ORIGIN]: "'https://app.example.com'" } },
      UNAUTHORIZED: {
        statusCode: '401',
        responseParameters: { [ORIGIN]: "'https://app.example.com'" },
        responseTemplates: { 'application/json': '{}' },
      },
    });
  });
});

describe('an origin with a wildcard', () => {
  const policy = cors(['https://*.Example.com:443', 'http://*.${domain}:8080', 'https://app.example.org']);
  const document = renderRestApi(makeModel({ routes: [makeRoute({ cors: policy })] })).document;
  const tester = createGatewayTester(writeTree(document) as never, { values: { domain: 'dev.internal' } });
  const answered = (origin: string): string | undefined =>
    tester.open('OPTIONS /pets', { headers: { Origin: origin } }).answer().headers[
      'Access-Control-Allow-Origin'
    ];

  it.each([
    'https://a.example.com',
    'https://a-b.c.example.com',
    'http://x.dev.internal:8080',
    'https://app.example.org',
  ])('allows %s', (origin) => {
    expect(answered(origin)).toBe(origin);
  });

  it.each([
    'https://example.com',
    'https://.example.com',
    'https://evil-example.com',
    'https://a.example.com.evil.org',
    'https://a.exampleXcom',
    'http://a.example.com',
    'https://a.example.com:8443',
    'https://evil.org/.example.com',
    'https://evil.org#.example.com',
    'http://x.dev.internal',
    'null',
  ])('allows %s nothing', (origin) => {
    expect(answered(origin)).toBe('https://app.example.org');
  });

  it('stands as it is, which no browser takes, where there is no other', () => {
    const operation = preflight([makeRoute({ cors: cors(['https://*.example.com']) })]);
    expect(headersOf(operation)).toMatchObject({
      'Access-Control-Allow-Origin': "'https://*.example.com'",
      Vary: "'Origin'",
    });
  });
});
