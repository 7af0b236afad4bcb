import { addressOf, type CheckedApi } from '../apis/find-apis.js';
import type { EvaluatedTree } from '../values/evaluate-tree.js';
import { identitiesIn, isSame } from '../values/read-parts.js';
import type { Found } from './report.js';

/** What an import of the document deletes or replaces, by the argument that names its API. */
const SIBLINGS: Readonly<
  Record<CheckedApi['type'], { readonly id: string; readonly types: readonly string[] }>
> = {
  aws_api_gateway_rest_api: {
    id: 'rest_api_id',
    types: [
      'resource',
      'method',
      'method_response',
      'integration',
      'integration_response',
      'gateway_response',
      'model',
      'authorizer',
      'request_validator',
      'rest_api_policy',
    ].map((type) => `aws_api_gateway_${type}`),
  },
  aws_apigatewayv2_api: {
    id: 'api_id',
    types: ['route', 'route_response', 'integration', 'integration_response', 'authorizer', 'model'].map(
      (type) => `aws_apigatewayv2_${type}`,
    ),
  },
};

/** Resources that must not stand beside a body. */
export function checkSiblings(api: CheckedApi, { resources }: EvaluatedTree): readonly Found[] {
  const { id, types } = SIBLINGS[api.type];
  return resources
    .filter(({ resource, body }) => {
      const given = body.attributes.get(id);
      return (
        types.includes(resource.type) &&
        !resource.isData &&
        given !== undefined &&
        identitiesIn(given).some((one) => isSame(one, api.identity))
      );
    })
    .map((made) =>
      describe(made.resource.type, {
        at: made.resource.at,
        address: addressOf(made),
        api: api.address,
      }),
    );
}

function describe(
  type: string,
  { at, address, api }: { readonly at: Found['at']; readonly address: string; readonly api: string },
): Found {
  const isPolicy = type === 'aws_api_gateway_rest_api_policy';
  return {
    code: 'terraform-resource-beside-body',
    severity: 'error',
    at,
    address,
    message: isPolicy
      ? `\`${type}\` stands beside the body of \`${api}\`: it and the policy of the document replace each other`
      : `\`${type}\` stands beside the body of \`${api}\`: the next import of the document deletes it`,
    fix: isPolicy
      ? 'Remove the resource, and set `forRoot({ policy })` or the argument `policy` of the API.'
      : 'Remove the resource, and write what it does in the application.',
  };
}
