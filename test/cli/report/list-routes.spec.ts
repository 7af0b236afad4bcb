import { describe, expect, it } from '@jest/globals';
import { describeRoutes, listRoutes } from '../../../lib/cli/report/list-routes.js';
import type { Served } from '../../../lib/compare-gateways.js';
import type { Authorizer } from '../../../lib/model/authorizers/authorizer.js';
import type { Integration } from '../../../lib/model/integrations/integration.js';
import type { Route } from '../../../lib/model/routes/route.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';
import { makeRoute } from '../../support/make-model.js';

const lambda: Integration = {
  kind: 'lambda',
  mode: 'proxy',
  function: { functionArn: parseDeployValue('${pets_arn}') },
};
const authorizers: readonly Authorizer[] = [
  { kind: 'iam', name: parseDeployValue('sigv4'), publicScheme: {} },
  {
    kind: 'cognito',
    name: parseDeployValue('${pool}'),
    publicScheme: {},
    userPoolArns: [],
    header: 'Authorization',
  },
];

describe('listRoutes', () => {
  it('shows each route with what answers and guards it', () => {
    const url = parseDeployValue('https://${host}/pets/{id}');
    const cors = {
      allowOrigins: ['https://a.example', '${origin}'].map(parseDeployValue),
      allowCredentials: false,
    };
    const routes = [
      makeRoute({ method: 'any', integration: lambda, cors }),
      makeRoute({
        integration: { ...lambda, mode: 'async', function: { invokeArn: parseDeployValue('${invoke}') } },
      }),
      makeRoute({
        method: 'put',
        path: '/pets/{id}',
        handler: 'replace',
        apiKey: true,
        integration: {
          kind: 'http',
          method: 'PUT',
          url,
          pathParameters: ['id'],
          insecureSkipVerification: false,
        },
        authorizer: { index: 1, scopes: ['pets/read', 'pets/write'] },
      }),
      makeRoute({
        path: '/health',
        integration: { kind: 'mock', status: 204, headers: {} },
        authorizer: { index: 0, scopes: [] },
      }),
      makeRoute({ path: '/raw', integration: { kind: 'raw', object: { type: 'aws' } }, apiKey: true }),
      makeRoute({ path: '/odd', integration: { kind: 'raw', object: {} } }),
      makeRoute({ path: '/none', hasIntegration: false }),
    ];
    const served = (...states: readonly Served[]): ReadonlyMap<Route, Served> =>
      new Map(states.map((state, index) => [routes[index]!, state]));
    const none = { inexpressible: [], exceeded: [] };
    const gateways = [
      { ...none, gateway: 'rest-api', served: served('yes', 'yes', 'yes', 'yes') },
      { ...none, gateway: 'http-api', served: served('yes', 'no', 'partly', 'no') },
    ] as const;
    expect(listRoutes({ routes, authorizers }, gateways)).toBe(
      [
        'METHOD  PATH        HANDLER                 INTEGRATION                         AUTHORIZER                                CORS                         GATEWAYS',
        'ANY     /pets       PetsController.list     lambda ${pets_arn}                  -                                         https://a.example ${origin}  rest-api http-api',
        'GET     /pets       PetsController.list     lambda async ${invoke}              -                                         -                            rest-api',
        'PUT     /pets/{id}  PetsController.replace  http PUT https://${host}/pets/{id}  ${pool} [pets/read pets/write] + API key  -                            rest-api http-api*',
        'GET     /health     PetsController.list     mock 204                            sigv4                                     -                            rest-api',
        'GET     /raw        PetsController.list     raw aws                             API key                                   -                            -',
        'GET     /odd        PetsController.list     raw                                 -                                         -                            -',
        'GET     /none       PetsController.list     -                                   -                                         -                            -',
        '',
      ].join('\n'),
    );
  });

  it('tells what is open on purpose from what nobody guards and from what could not be read', () => {
    const origin = { level: 'handler', decorator: 'AwsAuthorizer' } as const;
    const { origins } = makeRoute();
    const routes = [
      makeRoute({ public: true }),
      makeRoute({ public: true, apiKey: true }),
      makeRoute({ origins: { ...origins, authorizer: { level: 'default' } } }),
      makeRoute({ origins: { ...origins, authorizer: origin }, hasIntegration: true }),
      makeRoute({ integration: lambda, authorizer: { index: 0, scopes: [] } }),
    ];
    const listed = describeRoutes({ routes, authorizers }, []);
    expect(listed.map(({ authorizer }) => authorizer)).toEqual([
      { state: 'public' },
      { state: 'public' },
      { state: 'none' },
      { state: 'failed' },
      { state: 'set', name: 'sigv4', scopes: [] },
    ]);
    expect(listed.at(-2)?.integration).toEqual({ state: 'failed' });
    expect(listed.at(-1)?.integration).toEqual({ state: 'set', kind: 'lambda', text: 'lambda ${pets_arn}' });
    const lines = listRoutes({ routes, authorizers }, []).split('\n').slice(1);
    expect(lines.map((line) => line.split(/ {2,}/)[4])).toEqual([
      'public',
      'public + API key',
      '-',
      'failed',
      'sigv4',
      undefined,
    ]);
  });

  it('shows its columns when there is no route', () => {
    expect(listRoutes({ routes: [], authorizers: [] }, [])).toBe(
      'METHOD  PATH  HANDLER  INTEGRATION  AUTHORIZER  CORS  GATEWAYS\n',
    );
  });
});
