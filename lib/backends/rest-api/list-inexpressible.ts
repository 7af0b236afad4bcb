import { isContextVariable } from '../../grammar/context-variables.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import type { Inexpressible } from '../../rules/gateway/not-expressible.rule.js';
import { isOfHttpApi } from './integrations/is-of-http-api.js';

/** What only an HTTP API has. */
export function listInexpressible({ routes, authorizers }: GatewayModel): readonly Inexpressible[] {
  const guardOf = ({ authorizer }: Route) => authorizer && authorizers[authorizer.index];
  const found: readonly Inexpressible[] = [
    {
      what: 'a `JwtAuthorizer`',
      why: 'a REST API does not check tokens of other issuers',
      fix: 'Use a `CognitoAuthorizer`, or a `LambdaAuthorizer` whose function checks the token, or choose `--gateway http-api`.',
      routes: routes.filter((route) => guardOf(route)?.kind === 'jwt'),
    },
    {
      what: "a `LambdaAuthorizer` with `payloadFormat: '2.0'`",
      why: 'a REST API sends events of the version 1.0 only',
      fix: "Set `payloadFormat: '1.0'`, which both gateways send, or choose `--gateway http-api`.",
      routes: routes.filter((route) => {
        const guard = guardOf(route);
        return guard?.kind === 'lambda' && guard.payloadFormat === '2.0';
      }),
    },
    {
      what: 'a `LambdaAuthorizer` with `simpleResponses: true`',
      why: 'a REST API reads IAM policies only',
      fix: 'Let the function return an IAM policy, and set `simpleResponses: false`, or choose `--gateway http-api`.',
      routes: routes.filter((route) => {
        const guard = guardOf(route);
        return guard?.kind === 'lambda' && guard.simpleResponses === true;
      }),
    },
    {
      what: 'the identity source `context.routeKey`',
      why: 'a REST API has no route keys',
      fix: 'Use `context.resourcePath` and `context.httpMethod`, or choose `--gateway http-api`.',
      routes: routes.filter((route) => {
        const guard = guardOf(route);
        return (
          guard?.kind === 'lambda' &&
          guard.identitySources.some(
            ({ from, name }) => from === 'context' && !isContextVariable(name, 'rest-api'),
          )
        );
      }),
    },
    {
      what: "`@AwsLambda({ payloadFormat: '2.0' })`",
      why: 'a REST API sends events of the version 1.0 only',
      fix: "Set `payloadFormat: '1.0'`, which both gateways send, or choose `--gateway http-api`.",
      routes: routes.filter(
        ({ integration }) => integration?.kind === 'lambda' && integration.payloadFormat === '2.0',
      ),
    },
    {
      what: '`@AwsIntegration` with members of an HTTP API',
      why: 'a REST API has no `integrationSubtype`, no `serverNameToVerify`, no events of the version 2.0, no mapping such as `overwrite:header.NAME`, and a URL as `uri` behind a VPC link',
      fix: 'Use the decorator of the service, such as `@AwsSqs`, `@AwsLambda` or `@AwsHttp`, or choose `--gateway http-api`.',
      routes: routes.filter(({ integration }) => integration?.kind === 'raw' && isOfHttpApi(integration)),
    },
    {
      what: 'a Cloud Map service as `target`',
      why: 'a VPC link of a REST API leads to load balancers only',
      fix: "Set `target: '${load_balancer_arn}'`, or choose `--gateway http-api`.",
      routes: routes.filter(
        ({ integration }) =>
          integration?.kind === 'http' &&
          integration.target?.['@deploy'].some(
            (part) => typeof part === 'string' && part.includes(':servicediscovery:'),
          ),
      ),
    },
  ];
  return found.filter((one) => one.routes.length > 0);
}
