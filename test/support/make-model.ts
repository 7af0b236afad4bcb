import type { GatewayModel } from '../../lib/model/gateway-model.js';
import type { GatewayPath, Origin, Route } from '../../lib/model/routes/route.js';
import type { Integration } from '../../lib/model/integrations/integration.js';
import { readResponder } from '../../lib/model/answers/read-responder.js';
import { timeoutOf } from '../../lib/model/integrations/timeout-of.js';
import type { OpenApiDocument, OpenApiOperation } from '../../lib/openapi/openapi.js';

const BY_DEFAULT = { level: 'default' } as const;

/** A route without anything, answered by a mock; `given` replaces. */
export function makeRoute(given: Partial<Route> = {}): Route {
  const path = given.path ?? '/pets';
  const operation = given.operation ?? {
    source: 'document',
    path: path.replace('+}', '}'),
    method: given.method ?? 'get',
  };
  const origins = {
    integration: BY_DEFAULT,
    authorizer: BY_DEFAULT,
    apiKey: BY_DEFAULT,
    cors: BY_DEFAULT,
    validation: BY_DEFAULT,
    throttle: BY_DEFAULT,
    cache: BY_DEFAULT,
    logging: BY_DEFAULT,
    ...given.origins,
  };
  return {
    controller: 'PetsController',
    handler: 'list',
    method: 'get',
    path,
    pathParameters: [...path.matchAll(/\{([^{}+]+)(\+?)\}/g)].map((match) => ({
      name: match[1]!,
      greedy: match[2] === '+',
    })),
    operation,
    operations: [operation],
    hasIntegration: true,
    public: false,
    apiKey: false,
    validation: 'none',
    stage: {},
    origins,
    ...(given.integration ? readIntegration(given.integration, origins.integration) : {}),
    guards: [],
    enhancers: [],
    ignores: [],
    order: 0,
    ...given,
  };
}

function readIntegration(integration: Integration, origin: Origin): Pick<Route, 'responder' | 'timeout'> {
  const timeout = timeoutOf(integration);
  return {
    responder: readResponder(integration, origin),
    ...(timeout === undefined ? {} : { timeout }),
  };
}

/** A model of the given routes, as `buildGatewayModel` would order them; `given` replaces. */
export function makeModel(given: Partial<GatewayModel> = {}): GatewayModel {
  const routes = given.routes ?? [];
  return {
    document: makeDocument({}),
    settings: {
      gateway: 'rest-api',
      inlineIntegrations: false,
      kong: { dialect: 'deck', consumers: [] },
      region: { '@deploy': [{ variable: 'AWS::Region' }] },
      partition: { '@deploy': [{ variable: 'AWS::Partition' }] },
      accountId: { '@deploy': [{ variable: 'AWS::AccountId' }] },
      requireAuthorizer: false,
      stage: {},
      usagePlans: {},
      models: 'all',
      documentation: true,
      documentErrors: false,
      limits: {},
    },
    routes,
    excluded: [],
    unreadable: [],
    undocumented: [],
    unversioned: [],
    unmatched: [],
    unbuilt: [],
    unrouted: [],
    hiddenModels: [],
    paths: groupPaths(routes),
    authorizers: [],
    strays: [],
    reusedSchemas: [],
    guessedLists: [],
    convertedMembers: [],
    versionHeaders: [],
    excludedMembers: [],
    faults: [],
    displaced: [],
    ignores: [],
    routing: 'order',
    ...given,
  };
}

/** A document of the given operations, by `verb /path`. */
export function makeDocument(
  operations: Readonly<Record<string, OpenApiOperation>>,
  rest: Partial<OpenApiDocument> = {},
): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const [key, operation] of Object.entries(operations)) {
    const [verb, path] = key.split(' ') as [string, string];
    (paths[path] ??= {})[verb] = operation;
  }
  return { openapi: '3.0.0', info: { title: 'Test', version: '1.0' }, paths, ...rest };
}

function groupPaths(routes: readonly Route[]): readonly GatewayPath[] {
  return [...new Set(routes.map(({ path }) => path))].map((path) => {
    const ofPath = routes.filter((route) => route.path === path);
    const cors = ofPath.find(({ method }) => method !== 'options')?.cors;
    return { path, pathParameters: ofPath[0]!.pathParameters, ...(cors ? { cors } : {}), routes: ofPath };
  });
}
