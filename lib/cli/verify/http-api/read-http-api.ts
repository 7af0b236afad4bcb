import { isObject } from '../../../openapi/openapi.js';
import type { Deployed } from '../compare/deployed.js';
import type { Connection } from '../emulator/connect.js';
import { listItems, type Members } from '../emulator/list-items.js';
import { integrationMembers } from './integration-members.js';

/** Everything that an emulator has of an HTTP API. */
export async function readHttpApi(
  connection: Connection,
  apiId: string,
  stage: string,
): Promise<readonly Deployed[]> {
  const base = `/v2/apis/${encodeURIComponent(apiId)}`;
  const list = (path: string) => listItems(connection, `${base}/${path}`, ['items']);
  const [api, routes, integrations, authorizers, shownStage] = await Promise.all([
    connection.get(base),
    list('routes'),
    list('integrations'),
    list('authorizers'),
    connection.get(`${base}/stages/${encodeURIComponent(stage)}`),
  ]);
  const byId = new Map(integrations.map((one) => [one['integrationId'], one]));
  const names = new Map(authorizers.map(({ authorizerId, name }) => [authorizerId, name]));
  return [
    ...(isObject(api) ? [readApi(api)] : []),
    ...routes.map((route) =>
      readRoute(route, byId.get(String(route['target']).split('/').at(-1)), names.get(route['authorizerId'])),
    ),
    ...authorizers.map(readAuthorizer),
    ...readStage(shownStage),
  ];
}

function readApi(api: Members): Deployed {
  const cors = api['corsConfiguration'];
  const members = isObject(cors) ? { ...api, corsConfiguration: sortLists(cors) } : api;
  return { subject: 'API', name: '', members };
}

/** The lists of a CORS policy have no order. */
export function sortLists(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]),
  );
}

function readRoute(route: Members, integration: Members = {}, authorizer: unknown): Deployed {
  const { authorizationScopes: scopes, authorizationType } = route;
  return {
    subject: 'route',
    name: nameRouteKey(String(route['routeKey'])),
    members: {
      authorization: authorizationType ?? 'NONE',
      authorizer,
      scopes: Array.isArray(scopes) && scopes.length > 0 ? scopes.toSorted() : undefined,
      ...integrationMembers(integration, 'answer'),
    },
  };
}

/** moto has the words of the document for the any-method, and a slash before the default route. */
export function nameRouteKey(key: string): string {
  const named = key.replace(/^x-amazon-apigateway-any-method(?= )/i, 'ANY');
  return /^(?:ANY )?\/?\$default$/.test(named) ? '$default' : named;
}

function readAuthorizer(authorizer: Members): Deployed {
  const { name, authorizerType, identitySource, ...others } = authorizer;
  return {
    subject: 'authorizer',
    name: String(name),
    members: {
      ...others,
      type: authorizerType,
      identitySource: Array.isArray(identitySource) ? identitySource.join(',') : identitySource,
    },
  };
}

function readStage(stage: unknown): readonly Deployed[] {
  if (!isObject(stage)) return [];
  const { routeSettings, ...others } = stage;
  return [
    { subject: 'stage setting', name: '', members: others },
    ...Object.entries(isObject(routeSettings) ? routeSettings : {}).map(([name, settings]): Deployed => ({
      subject: 'stage setting',
      name,
      members: isObject(settings) ? settings : {},
    })),
  ];
}
