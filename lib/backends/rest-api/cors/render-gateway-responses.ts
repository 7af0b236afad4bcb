import type { Cors } from '../../../model/cors/cors.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import { listOrigins } from '../../../model/cors/list-origins.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import { mapDeployText } from '../../../values/deploy-value.js';
import { addHeaders, prefixHeaders, quoteStatic, severalOrigins, type Headers } from './cors-headers.js';

/**
 * Answers that API Gateway makes itself pass every integration by, so their headers stand on the gateway responses:
 * on the two defaults, and on each type that the user customises, which does not inherit from them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function renderGatewayResponses(model: GatewayModel): DeployMembers | undefined {
  const given = model.settings.gatewayResponses ?? {};
  const policies = [...new Set(model.paths.flatMap(({ cors }) => (cors ? [cors] : [])))];
  const headers = policies.length > 0 ? prefixHeaders('gatewayresponse.header.', errorHeaders(policies)) : {};
  const types = [
    ...new Set([...(policies.length > 0 ? ['DEFAULT_4XX', 'DEFAULT_5XX'] : []), ...Object.keys(given)]),
  ];
  if (types.length === 0) return undefined;
  return Object.fromEntries(
    types.toSorted().map((type) => {
      const { statusCode, responseParameters = {}, ...rest } = given[type] ?? {};
      const parameters = addHeaders(responseParameters, headers);
      return [
        type,
        {
          ...(statusCode === undefined ? {} : { statusCode: String(statusCode) }),
          ...(Object.keys(parameters).length > 0 ? { responseParameters: parameters } : {}),
          ...rest,
        },
      ];
    }),
  );
}

/** One origin stands as it is, and a list of one at deployment. Of several, a gateway response can only allow any, or echo the caller's. */
function errorHeaders(policies: readonly Cors[]): Headers {
  const credentials = policies.some(({ allowCredentials }) => allowCredentials);
  const exposed = [...new Set(policies.flatMap(({ exposeHeaders = [] }) => exposeHeaders))].toSorted();
  const origins = new Map(policies.flatMap(listOrigins).map((origin) => [JSON.stringify(origin), origin]));
  const [only] = origins.size === 1 ? origins.values() : [];
  const isList = policies.some(({ originList }) => originList !== undefined);
  const one = only !== undefined && (isList || !policies.some(severalOrigins));
  const several = credentials ? 'method.request.header.origin' : "'*'";
  const ofList = credentials ? 'origin_error_echo' : 'origin_error';
  const origin = !one ? several : isList ? mapDeployText(only, (text) => text, ofList) : quoteStatic(only);
  return {
    'Access-Control-Allow-Origin': origin,
    ...(credentials ? { 'Access-Control-Allow-Credentials': "'true'" } : {}),
    ...(exposed.length > 0 ? { 'Access-Control-Expose-Headers': quoteStatic(exposed.join(',')) } : {}),
    ...((!one || isList) && credentials ? { Vary: "'Origin'" } : {}),
  };
}
