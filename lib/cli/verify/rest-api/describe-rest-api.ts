import { memberOf } from '../../../openapi/member-of.js';
import { isObject } from '../../../openapi/openapi.js';
import type { Deployed } from '../compare/deployed.js';
import { membersOf } from '../compare/members-of.js';
import { normalizePolicy } from '../compare/normalize-policy.js';
import { normalizeSchema } from '../compare/normalize-schema.js';
import type { Members } from '../emulator/list-items.js';
import { integrationMembers, nameVerb } from './read-rest-api.js';

/**
 * What API Gateway has to have of a REST API after it imported its document.
 *
 * @param document with a value for each placeholder
 * @param stage what the module sets of the stage
 */
export function describeRestApi(
  document: Members,
  name: string,
  stage: readonly Deployed[],
): readonly Deployed[] {
  const schemes = memberOf(document['components'], 'securitySchemes');
  return [
    describeApi(document, name),
    ...Object.entries(memberOf(document, 'paths')).flatMap(([path, item]) =>
      Object.entries(membersOf(item)).flatMap(([verb, operation]) =>
        isObject(operation) && !Array.isArray(operation)
          ? [describeMethod(`${nameVerb(verb)} ${path}`, operation, document, schemes)]
          : [],
      ),
    ),
    ...Object.entries(schemes).flatMap(([scheme, members]) => describeAuthorizer(scheme, membersOf(members))),
    ...Object.entries(memberOf(document['components'], 'schemas')).map(([model, schema]): Deployed => ({
      subject: 'model',
      name: model,
      members: { schema: normalizeSchema(schema) },
    })),
    ...listOf(document['x-amazon-apigateway-request-validators'], 'request validator'),
    ...listOf(document['x-amazon-apigateway-gateway-responses'], 'gateway response'),
    ...stage,
  ];
}

function describeApi(document: Members, name: string): Deployed {
  const [server] = Array.isArray(document['servers']) ? (document['servers'] as readonly unknown[]) : [];
  const endpoint = memberOf(server, 'x-amazon-apigateway-endpoint-configuration');
  const types = document['x-amazon-apigateway-binary-media-types'];
  const size = document['x-amazon-apigateway-minimum-compression-size'];
  return {
    subject: 'API',
    name: '',
    members: {
      name,
      description: memberOf(document, 'info')['description'] || undefined,
      apiKeySource: document['x-amazon-apigateway-api-key-source'] ?? 'HEADER',
      binaryMediaTypes: Array.isArray(types) ? types.toSorted() : [],
      ...(size === undefined ? {} : { minimumCompressionSize: size }),
      disableExecuteApiEndpoint: endpoint['disableExecuteApiEndpoint'] ?? false,
      policy: normalizePolicy(document['x-amazon-apigateway-policy']),
    },
  };
}

function describeMethod(name: string, operation: Members, document: Members, schemes: Members): Deployed {
  const { type, responses, ...integration } = memberOf(operation, 'x-amazon-apigateway-integration');
  const validator =
    operation['x-amazon-apigateway-request-validator'] ?? document['x-amazon-apigateway-request-validator'];
  return {
    subject: 'route',
    name,
    members: {
      ...describeSecurity(operation['security'], schemes),
      validator,
      requestParameters: describeParameters(operation['parameters']),
      requestModels: describeModels(operation['requestBody']),
      responses: Object.keys(memberOf(operation, 'responses')).toSorted(),
      ...integrationMembers(type, integration),
      'integration.responses': responses,
    },
  };
}

const AUTHORIZATIONS: Readonly<Record<string, string>> = {
  awsSigv4: 'AWS_IAM',
  cognito_user_pools: 'COGNITO_USER_POOLS',
};

function describeSecurity(security: unknown, schemes: Members): Members {
  const required = Array.isArray(security) ? security.flatMap((one) => Object.entries(membersOf(one))) : [];
  const guards = required.flatMap(([scheme, scopes]) => {
    const type = membersOf(schemes[scheme])['x-amazon-apigateway-authtype'];
    return typeof type === 'string' ? [{ scheme, scopes, type }] : [];
  });
  const [guard] = guards;
  const authorization = guard ? (AUTHORIZATIONS[guard.type] ?? 'CUSTOM') : 'NONE';
  return {
    authorization,
    authorizer: guard && authorization !== 'AWS_IAM' ? guard.scheme : undefined,
    scopes: Array.isArray(guard?.scopes) && guard.scopes.length > 0 ? guard.scopes : undefined,
    apiKey: required.length > guards.length,
  };
}

const LOCATIONS: Readonly<Record<string, string>> = { path: 'path', query: 'querystring', header: 'header' };

function describeParameters(parameters: unknown): Members | undefined {
  if (!Array.isArray(parameters)) return undefined;
  return Object.fromEntries(
    parameters.flatMap((parameter: unknown) => {
      const { in: location, name, required } = membersOf(parameter);
      const where = LOCATIONS[String(location)];
      return where === undefined ? [] : [[`method.request.${where}.${String(name)}`, required === true]];
    }),
  );
}

function describeModels(body: unknown): Members | undefined {
  const content = Object.entries(memberOf(body, 'content'));
  const models = content.flatMap(([type, media]) => {
    const { $ref } = memberOf(media, 'schema');
    return typeof $ref === 'string' ? [[type, $ref.split('/').at(-1)]] : [];
  });
  return models.length === 0 ? undefined : (Object.fromEntries(models) as Members);
}

/** A role or an API key is not an authorizer. */
function describeAuthorizer(name: string, scheme: Members): readonly Deployed[] {
  const authorizer = scheme['x-amazon-apigateway-authorizer'];
  if (!isObject(authorizer)) return [];
  const { type, identitySource, ...others } = authorizer;
  const header = scheme['in'] === 'header' ? `method.request.header.${String(scheme['name'])}` : undefined;
  return [
    {
      subject: 'authorizer',
      name,
      members: {
        ...others,
        type: String(type).toUpperCase(),
        identitySource: identitySource ?? header,
      },
    },
  ];
}

function listOf(members: unknown, subject: Deployed['subject']): readonly Deployed[] {
  return Object.entries(membersOf(members)).map(([name, value]) => {
    const { statusCode, ...others } = membersOf(value);
    return {
      subject,
      name,
      members: statusCode === undefined ? others : { ...others, statusCode: String(statusCode) },
    };
  });
}
