import type {
  Authorizer,
  CognitoAuthorizerModel,
  IdentitySourceModel,
} from '../../../model/authorizers/authorizer.js';
import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import { isContextVariable } from '../../../grammar/context-variables.js';
import { IAM_SCHEME, nameSource } from '../../../model/authorizers/authorizer-scheme.js';
import { issuerOf } from '../../../model/authorizers/issuer-of.js';
import { renderInvocationUri } from '../../../model/functions/render-invocation-uri.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import { formatDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import type { Refusal } from '../../refusal.js';

/** A security scheme with the authorizer in it, or why an HTTP API has no such authorizer. */
export type RenderedAuthorizer = { readonly scheme: DeployMembers } | { readonly refusal: Refusal };

export function renderAuthorizer(authorizer: Authorizer, settings: GatewaySettings): RenderedAuthorizer {
  const name = `\`${formatDeployValue(authorizer.name)}\``;
  switch (authorizer.kind) {
    case 'iam':
      return { scheme: IAM_SCHEME };
    case 'jwt':
      return { scheme: renderJwt(authorizer.identitySource, authorizer.issuer, authorizer.audience) };
    case 'cognito':
      return renderCognito(authorizer, name);
    case 'lambda': {
      const { type, identitySources, credentials, resultTtl, identityValidationExpression } = authorizer;
      if (type === 'token' || identityValidationExpression !== undefined) {
        return {
          refusal: {
            what: `the \`LambdaAuthorizer\` ${name} with \`type: 'token'\``,
            why: 'the functions of an HTTP API get the whole request',
            fix: "Set `type: 'request'`: the function reads the token in `headers` or `identitySource` of its event.",
          },
        };
      }
      const unknown = identitySources.find(
        (source) => source.from === 'context' && !isContextVariable(source.name, 'http-api'),
      );
      if (unknown) {
        return {
          refusal: {
            what: `the identity source \`context.${unknown.name}\` of ${name}`,
            why: 'an HTTP API has no such variable',
            fix: 'Use another source, such as `context.routeKey`, or remove it from `identitySources`.',
          },
        };
      }
      return {
        scheme: {
          type: 'apiKey',
          ...nameSource(identitySources),
          'x-amazon-apigateway-authorizer': {
            type: 'request',
            authorizerUri: renderInvocationUri(authorizer.function, settings),
            authorizerPayloadFormatVersion: authorizer.payloadFormat ?? '2.0',
            ...(authorizer.payloadFormat === '1.0'
              ? {}
              : { enableSimpleResponses: authorizer.simpleResponses ?? true }),
            ...(credentials === undefined ? {} : { authorizerCredentials: credentials }),
            ...(identitySources.length > 0
              ? { identitySource: identitySources.map(formatSource).join(', ') }
              : {}),
            ...(resultTtl === undefined ? {} : { authorizerResultTtlInSeconds: resultTtl }),
          },
        },
      };
    }
  }
}

function renderJwt(
  source: IdentitySourceModel,
  issuer: DeployValue,
  audience: readonly DeployValue[],
): DeployMembers {
  return {
    type: 'oauth2',
    // Without it the scheme is not valid OpenAPI. AWS's own exports have it.
    flows: {},
    'x-amazon-apigateway-authorizer': {
      type: 'jwt',
      identitySource: formatSource(source),
      jwtConfiguration: { issuer, audience },
    },
  };
}

/** The user pool as the issuer that it is. */
function renderCognito(
  { userPoolArns, issuer: given, clientIds, header }: CognitoAuthorizerModel,
  name: string,
): RenderedAuthorizer {
  const refuse = (what: string, why: string, fix: string): RenderedAuthorizer => ({
    refusal: { what: `the \`CognitoAuthorizer\` ${name} ${what}`, why, fix },
  });
  const [pool, ...others] = userPoolArns;
  if (others.length > 0) {
    return refuse(
      `with ${userPoolArns.length} user pools`,
      'a JWT authorizer has one issuer',
      'Give each user pool its own authorizer, and each route one of them.',
    );
  }
  const issuer = given ?? issuerOf(pool!);
  if (issuer === undefined) {
    return refuse(
      'without an `issuer`',
      'the issuer does not follow from the placeholder of the user pool',
      "Add `issuer: 'https://${user_pool_endpoint}'`, with `aws_cognito_user_pool.NAME.endpoint` of Terraform.",
    );
  }
  if (clientIds === undefined) {
    return refuse(
      'without `clientIds`',
      'a JWT authorizer checks for which app client a token is',
      "Add `clientIds: ['${app_client_id}']`.",
    );
  }
  return { scheme: renderJwt({ from: 'header', name: header }, issuer, clientIds) };
}

function formatSource({ from, name }: IdentitySourceModel): string {
  const prefix = {
    header: '$request.header.',
    query: '$request.querystring.',
    context: '$context.',
    stage: '$stageVariables.',
  }[from];
  return prefix + name;
}
