import { isObject } from '../../../openapi/openapi.js';
import type { Deployed } from '../compare/deployed.js';
import type { Connection } from '../emulator/connect.js';
import { ANYTHING } from '../compare/matches.js';
import { normalizePolicy } from '../compare/normalize-policy.js';
import { normalizeSchema } from '../compare/normalize-schema.js';
import { listItems, type Members } from '../emulator/list-items.js';

/** Everything that an emulator has of a REST API. */
export async function readRestApi(
  connection: Connection,
  restApiId: string,
  stage: string,
): Promise<readonly Deployed[]> {
  const base = `/restapis/${encodeURIComponent(restApiId)}`;
  const list = (path: string) => listItems(connection, `${base}/${path}`, ['item', '_embedded.item']);
  const [api, resources, authorizers, models, validators, responses, shownStage] = await Promise.all([
    connection.get(base),
    list('resources?embed=methods&limit=500'),
    list('authorizers?limit=500'),
    list('models?limit=500'),
    list('requestvalidators?limit=500'),
    list('gatewayresponses?limit=500'),
    connection.get(`${base}/stages/${encodeURIComponent(stage)}`),
  ]);
  return [
    ...(isObject(api) ? [readApi(api)] : []),
    ...resources.flatMap(({ path, resourceMethods }) =>
      isObject(resourceMethods)
        ? Object.entries(resourceMethods).flatMap(([verb, method]) =>
            isObject(method)
              ? [
                  readMethod(`${nameVerb(verb)} ${String(path)}`, method, {
                    authorizer: nameOf(authorizers, method['authorizerId']),
                    validator: nameOf(validators, method['requestValidatorId']),
                  }),
                ]
              : [],
          )
        : [],
    ),
    ...authorizers.map(({ id: _id, name, type, ...members }): Deployed => ({
      subject: 'authorizer',
      name: String(name),
      members: { ...members, type: String(type).toUpperCase() },
    })),
    ...models.map(({ name, schema }): Deployed => ({
      subject: 'model',
      name: String(name),
      // An emulator may keep only its name.
      members: { schema: schema === undefined ? ANYTHING : normalizeSchema(schema) },
    })),
    ...validators.map(({ name, validateRequestBody, validateRequestParameters }): Deployed => ({
      subject: 'request validator',
      name: String(name),
      members: { validateRequestBody, validateRequestParameters },
    })),
    ...responses
      .filter(({ defaultResponse }) => defaultResponse !== true)
      .map(({ responseType, ...members }): Deployed => ({
        subject: 'gateway response',
        name: String(responseType),
        members,
      })),
    ...readStage(shownStage),
  ];
}

function nameOf(items: readonly Members[], id: unknown): unknown {
  return items.find((item) => item['id'] === id)?.['name'];
}

function readApi(api: Members): Deployed {
  const { binaryMediaTypes } = api;
  return {
    subject: 'API',
    name: '',
    members: {
      ...api,
      policy: normalizePolicy(api['policy']),
      binaryMediaTypes: Array.isArray(binaryMediaTypes) ? binaryMediaTypes.toSorted() : [],
    },
  };
}

function readMethod(
  name: string,
  method: Members,
  { authorizer, validator }: { readonly authorizer: unknown; readonly validator: unknown },
): Deployed {
  const { methodIntegration: integration = {}, methodResponses = {} } = method;
  const { integrationResponses, type, ...others } = isObject(integration) ? integration : {};
  const responses = isObject(integrationResponses) ? Object.values(integrationResponses) : [];
  return {
    subject: 'route',
    name,
    members: {
      authorization: method['authorizationType'],
      authorizer,
      scopes: method['authorizationScopes'],
      apiKey: method['apiKeyRequired'] === true,
      validator,
      requestParameters: method['requestParameters'],
      requestModels: method['requestModels'],
      responses: isObject(methodResponses) ? Object.keys(methodResponses).toSorted() : [],
      ...integrationMembers(type, others),
      'integration.responses': Object.fromEntries(
        responses
          .filter(isObject)
          .map(({ selectionPattern, ...response }) => [String(selectionPattern || 'default'), response]),
      ),
    },
  };
}

/** The members of an integration, of which AWS writes the type in other letters. */
export function integrationMembers(type: unknown, others: Members): Members {
  return {
    ...(type === undefined ? {} : { 'integration.type': String(type).toUpperCase() }),
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [`integration.${name}`, value])),
  };
}

/** moto takes every key of a path for a verb. */
export function nameVerb(verb: string): string {
  return verb.toLowerCase() === 'x-amazon-apigateway-any-method' ? 'ANY' : verb.toUpperCase();
}

function readStage(stage: unknown): readonly Deployed[] {
  if (!isObject(stage) || !isObject(stage['methodSettings'])) return [];
  return Object.entries(stage['methodSettings']).map(([name, settings]) => ({
    subject: 'stage setting',
    name,
    members: isObject(settings) ? settings : {},
  }));
}
