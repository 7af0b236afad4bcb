import { memberOf } from '../../../openapi/member-of.js';
import { isObject } from '../../../openapi/openapi.js';
import type { Deployed } from '../compare/deployed.js';
import type { Members } from '../emulator/list-items.js';
import { membersOf } from '../compare/members-of.js';
import { integrationMembers } from './integration-members.js';
import { nameRouteKey, sortLists } from './read-http-api.js';

/**
 * What API Gateway has to have of an HTTP API after it imported its document.
 *
 * @param document with a value for each placeholder
 */
export function describeHttpApi(document: Members, name: string): readonly Deployed[] {
  const components = memberOf(document, 'components');
  const schemes = memberOf(components, 'securitySchemes');
  const integrations = memberOf(components, 'x-amazon-apigateway-integrations');
  const info = memberOf(document, 'info');
  const cors = document['x-amazon-apigateway-cors'];
  return [
    {
      subject: 'API',
      name: '',
      members: {
        name,
        version: info['version'],
        description: info['description'] || undefined,
        corsConfiguration: isObject(cors) ? sortLists(cors) : undefined,
      },
    },
    ...Object.entries(memberOf(document, 'paths')).flatMap(([path, item]) =>
      Object.entries(membersOf(item)).flatMap(([verb, operation]) =>
        isObject(operation)
          ? [describeRoute(nameRouteKey(nameKey(verb, path)), operation, schemes, integrations)]
          : [],
      ),
    ),
    ...Object.entries(schemes).flatMap(([scheme, members]) => describeAuthorizer(scheme, membersOf(members))),
    { subject: 'stage setting', name: '', members: { autoDeploy: true } },
  ];
}

function nameKey(verb: string, path: string): string {
  return verb.startsWith('x-') ? `${verb} ${path}` : `${verb.toUpperCase()} ${path}`;
}

function describeRoute(name: string, operation: Members, schemes: Members, shared: Members): Deployed {
  const written = memberOf(operation, 'x-amazon-apigateway-integration');
  const { $ref } = written;
  const integration = typeof $ref === 'string' ? membersOf(shared[$ref.split('/').at(-1)!]) : written;
  return {
    subject: 'route',
    name,
    members: {
      ...describeSecurity(operation['security'], schemes),
      ...integrationMembers(integration, 'document'),
    },
  };
}

function describeSecurity(security: unknown, schemes: Members): Members {
  const [required] = Array.isArray(security) ? (security as readonly unknown[]) : [];
  const [entry] = Object.entries(membersOf(required));
  if (!entry) return { authorization: 'NONE' };
  const [scheme, scopes] = entry;
  const { 'x-amazon-apigateway-authorizer': authorizer } = membersOf(schemes[scheme]);
  if (!isObject(authorizer)) return { authorization: 'AWS_IAM' };
  return {
    authorization: authorizer['type'] === 'jwt' ? 'JWT' : 'CUSTOM',
    authorizer: scheme,
    scopes: Array.isArray(scopes) && scopes.length > 0 ? scopes.toSorted() : undefined,
  };
}

/** A role is not an authorizer. */
function describeAuthorizer(name: string, scheme: Members): readonly Deployed[] {
  const { 'x-amazon-apigateway-authorizer': authorizer } = scheme;
  if (!isObject(authorizer)) return [];
  const { type, authorizerCredentials, authorizerResultTtlInSeconds, ...others } = authorizer;
  return [
    {
      subject: 'authorizer',
      name,
      members: {
        ...others,
        type: String(type).toUpperCase(),
        authorizerCredentialsArn: authorizerCredentials,
        ...(type === 'jwt' ? {} : { authorizerResultTtlInSeconds }),
      },
    },
  ];
}
