import { asArray, asJson, type Json } from '../json.js';
import { kindOf, securityOf } from './judge-security.js';
import { ANY_METHOD, INTEGRATION } from './verdict.js';

/** What `GetMethod` answers for an operation after its import, with names in place of ids. */
export interface StoredMethod {
  readonly httpMethod: string;
  readonly authorizationType: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS';
  readonly authorizer?: string;
  readonly authorizationScopes?: readonly unknown[];
  readonly apiKeyRequired: boolean;
  readonly operationName?: unknown;
  readonly requestValidator?: unknown;
  readonly requestParameters?: Json;
  readonly requestModels?: Json;
  readonly methodResponses?: Json;
  readonly methodIntegration?: Json;
}

const AUTHORIZATION = {
  lambda: 'CUSTOM',
  cognito: 'COGNITO_USER_POOLS',
  iam: 'AWS_IAM',
} as const;
const LOCATIONS: Readonly<Record<string, string>> = { query: 'querystring', header: 'header', path: 'path' };

/**
 * The method that an import stores for an operation: the rules that hold for every `GetMethod` answer of LocalStack's
 * AWS-validated import tests (2025-07-02, 2025-07-03).
 */
export function storeMethod(document: Json, path: string, method: string): StoredMethod {
  const operation = asJson(asJson(asJson(document['paths'])[path])[method]);
  const schemes = asJson(asJson(document['components'])['securitySchemes']);
  const requirements = asArray(securityOf(operation, document)).flatMap((entry) =>
    Object.entries(asJson(entry)).map(([name, scopes]) => ({ name, scopes, kind: kindOf(schemes[name]) })),
  );
  const guard = requirements.find(({ kind }) => kind !== 'key' && kind !== 'nothing');
  const kind = guard?.kind as keyof typeof AUTHORIZATION | undefined;
  return present({
    httpMethod: method === ANY_METHOD ? 'ANY' : method.toUpperCase(),
    authorizationType: kind === undefined ? 'NONE' : AUTHORIZATION[kind],
    authorizer: kind === 'iam' ? undefined : guard?.name,
    authorizationScopes:
      kind === 'cognito' && asArray(guard?.scopes).length > 0 ? asArray(guard?.scopes) : undefined,
    apiKeyRequired: requirements.some((one) => one.kind === 'key'),
    operationName: operation['operationId'],
    requestValidator:
      operation['x-amazon-apigateway-request-validator'] ?? document['x-amazon-apigateway-request-validator'],
    requestParameters: filled(storeParameters(operation, path)),
    requestModels: filled(storeModels(asJson(operation['requestBody'])['content'])),
    methodResponses: filled(storeResponses(operation)),
    methodIntegration:
      INTEGRATION in operation ? storeIntegration(asJson(operation[INTEGRATION])) : undefined,
  });
}

/** Each declared parameter and whether it is required; a variable of the path is, though nothing declares it. */
function storeParameters(operation: Json, path: string): Json {
  const variables = [...path.matchAll(/\{([^{}+]+)\}/g)].map((match) => [
    `method.request.path.${match[1]!}`,
    true,
  ]);
  const declared = asArray(operation['parameters'])
    .map(asJson)
    .filter((one) => Object.hasOwn(LOCATIONS, String(one['in'])))
    .map((one) => [
      `method.request.${LOCATIONS[String(one['in'])]!}.${String(one['name'])}`,
      one['required'] === true,
    ]);
  return Object.fromEntries([...variables, ...declared]) as Json;
}

function storeModels(content: unknown): Json {
  return Object.fromEntries(
    Object.entries(asJson(content)).flatMap(([mime, media]) => {
      const name = /^#\/components\/schemas\/([^/]+)$/.exec(
        String(asJson(asJson(media)['schema'])['$ref']),
      )?.[1];
      return name === undefined ? [] : [[mime, name]];
    }),
  );
}

function storeResponses(operation: Json): Json {
  return Object.fromEntries(
    Object.entries(asJson(operation['responses'])).map(([statusCode, response]) => {
      const headers = Object.keys(asJson(asJson(response)['headers']));
      const parameters = headers.map((name) => [`method.response.header.${name}`, false] as const);
      return [
        statusCode,
        present({
          statusCode,
          responseModels: filled(storeModels(asJson(response)['content'])),
          responseParameters: filled(Object.fromEntries(parameters)),
        }),
      ];
    }),
  );
}

function storeIntegration(integration: Json): Json {
  const type = String(integration['type']).toUpperCase();
  const calls = type !== 'MOCK';
  return present({
    type,
    httpMethod: calls ? integration['httpMethod'] : undefined,
    uri: calls ? integration['uri'] : undefined,
    connectionType: type.startsWith('HTTP') ? (integration['connectionType'] ?? 'INTERNET') : undefined,
    contentHandling: integration['contentHandling'],
    passthroughBehavior: String(integration['passthroughBehavior'] ?? 'when_no_match').toUpperCase(),
    timeoutInMillis: integration['timeoutInMillis'] ?? 29_000,
    cacheKeyParameters: asArray(integration['cacheKeyParameters']),
    requestParameters: filled(textsOf(integration['requestParameters'])),
    requestTemplates: filled(asJson(integration['requestTemplates'])),
    integrationResponses: filled(storeAnswers(asJson(integration['responses']))),
  });
}

/** By status and not by pattern, so that of two for one status one is left. */
function storeAnswers(responses: Json): Json {
  return Object.fromEntries(
    Object.entries(responses).map(([pattern, value]) => {
      const response = asJson(value);
      const statusCode = String(response['statusCode']);
      const templates = Object.entries(asJson(response['responseTemplates']));
      return [
        statusCode,
        present({
          statusCode,
          selectionPattern: pattern === 'default' ? undefined : pattern,
          contentHandling: response['contentHandling'],
          responseParameters: filled(textsOf(response['responseParameters'])),
          responseTemplates: filled(
            Object.fromEntries(templates.map(([mime, text]) => [mime, text === '' ? null : text])),
          ),
        }),
      ];
    }),
  );
}

/** A mapping that is no text is warned about and left out by itself. */
function textsOf(mappings: unknown): Json {
  return Object.fromEntries(
    Object.entries(asJson(mappings)).filter(([, value]) => typeof value === 'string'),
  );
}

function filled(value: Json): Json | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
