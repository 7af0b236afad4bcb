import { mapValues } from '../../../values/map-values.js';
import { isObject } from '../../../openapi/openapi.js';
import type { ApiGatewayId } from '../../../model/api-gateways.js';
import type { Emulator, Hidden } from './emulator.js';
import type { Members } from './list-items.js';

const AUTHORIZERS: Hidden = { subject: 'authorizer', words: 'authorizers' };

/** moto 5.2 imports routes and integrations, and ignores most of the rest of a document. */
export const MOTO: Emulator = {
  name: 'moto',
  hidden: {
    'rest-api': [
      { subject: 'API', members: ['binaryMediaTypes'], words: 'binary media types' },
      { subject: 'API', members: ['policy'], words: 'the resource policy' },
      AUTHORIZERS,
      { subject: 'model', words: 'models' },
      { subject: 'request validator', words: 'request validators' },
      { subject: 'gateway response', words: 'gateway responses' },
      {
        subject: 'route',
        members: [
          'authorization',
          'authorizer',
          'scopes',
          'apiKey',
          'validator',
          'requestParameters',
          'requestModels',
        ],
        words: 'the authorizer, API key, validator, parameters and models of a route',
      },
      {
        subject: 'route',
        members: [
          'integration.connectionId',
          'integration.cacheKeyParameters',
          'integration.responseTransferMode',
        ],
        words: 'VPC links, cache keys and streaming of an integration',
      },
    ],
    'http-api': [
      AUTHORIZERS,
      {
        subject: 'route',
        members: ['authorization', 'authorizer', 'scopes'],
        words: 'the authorizer and the scopes of a route',
      },
      {
        subject: 'route',
        members: [
          'integration.subtype',
          'integration.credentials',
          'integration.connectionType',
          'integration.connectionId',
          'integration.timeout',
          'integration.requestParameters',
          'integration.tlsConfig',
        ],
        words: 'services, roles, VPC links, timeouts and parameters of an integration',
      },
    ],
  },
  inlineIntegrations: true,
  overrides: {
    // It loses the name of each type that the provider adds after the import, and answers a policy in another form than
    // AWS, which the provider cannot read.
    'rest-api':
      'resource "aws_api_gateway_rest_api" "this" {\n  binary_media_types = null\n  policy = null\n}\n',
    'http-api': '',
  },
  adapt,
};

const CHANGES = {
  'rest-api': adaptRestOperation,
  'http-api': adaptHttpOperation,
} satisfies Readonly<Record<ApiGatewayId, object>>;

function adapt(document: unknown, gateway: ApiGatewayId): unknown {
  if (!isObject(document) || !isObject(document['paths'])) return document;
  const change = CHANGES[gateway];
  return {
    ...document,
    paths: mapValues(document['paths'], (item, path) =>
      isObject(item)
        ? mapValues(item, (operation) => (isObject(operation) ? change(operation, path) : operation))
        : item,
    ),
  };
}

function adaptRestOperation(operation: Members, path: string): Members {
  const integration = operation['x-amazon-apigateway-integration'];
  const greedy = /\{([^}]+)\+\}/.exec(path)?.[1];
  const parameters = operation['parameters'];
  return {
    ...operation,
    // Its validator expects the name of a greedy variable with the `+`.
    ...(Array.isArray(parameters) && greedy !== undefined
      ? {
          parameters: parameters.map((one: unknown) =>
            isObject(one) && one['in'] === 'path' && one['name'] === greedy
              ? { ...one, name: `${greedy}+` }
              : one,
          ),
        }
      : {}),
    // It returns 500 for a mock without a backend, which AWS does not need.
    ...(isObject(integration) && integration['type'] === 'mock'
      ? { 'x-amazon-apigateway-integration': { ...integration, uri: 'mock', httpMethod: 'POST' } }
      : {}),
  };
}

/** It refuses every schema of a response. */
function adaptHttpOperation(operation: Members): Members {
  const responses = operation['responses'];
  if (!isObject(responses)) return operation;
  return {
    ...operation,
    responses: mapValues(responses, (response) => {
      if (!isObject(response)) return response;
      const { content: _content, ...others } = response;
      return others;
    }),
  };
}
