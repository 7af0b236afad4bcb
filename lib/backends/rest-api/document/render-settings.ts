import type { AwsValidationMode } from '../../../decorators/aws-validation.decorator.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { JsonObject } from '../../../openapi/openapi.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import { listBinaryTypes } from '../../../model/documents/list-binary-types.js';
import { VALIDATED } from '../../../model/routes/validated.js';

/** The extensions of a document that hold for the whole API. */
export function renderSettings(
  model: GatewayModel,
  gatewayResponses: DeployMembers | undefined,
): DeployMembers {
  const { settings, routes } = model;
  const validators = [...new Set(routes.map(({ validation }) => validation))]
    .filter((name) => name !== 'none')
    .toSorted();
  const binaryTypes = listBinaryTypes(model).map(({ type, given }) => given ?? type);
  return {
    ...(settings.apiKeySource === undefined
      ? {}
      : { 'x-amazon-apigateway-api-key-source': settings.apiKeySource }),
    // The module may say `[]` itself.
    ...(binaryTypes.length === 0 && !settings.binaryMediaTypes
      ? {}
      : { 'x-amazon-apigateway-binary-media-types': binaryTypes }),
    ...(settings.minimumCompressionSize === undefined
      ? {}
      : { 'x-amazon-apigateway-minimum-compression-size': settings.minimumCompressionSize }),
    ...(settings.securityPolicy === undefined
      ? {}
      : { 'x-amazon-apigateway-security-policy': settings.securityPolicy }),
    ...(settings.endpointAccessMode === undefined
      ? {}
      : { 'x-amazon-apigateway-endpoint-access-mode': settings.endpointAccessMode }),
    ...(settings.policy === undefined ? {} : { 'x-amazon-apigateway-policy': settings.policy }),
    ...(gatewayResponses ? { 'x-amazon-apigateway-gateway-responses': gatewayResponses } : {}),
    ...(validators.length > 0
      ? {
          'x-amazon-apigateway-request-validators': Object.fromEntries(
            validators.map((name) => [name, renderValidator(name)]),
          ),
        }
      : {}),
  };
}

/** In a private document a server only has the configuration of the endpoint: a path in it would be a base path. */
export function renderServers({ settings: { endpoint } }: GatewayModel): DeployMembers {
  // Only the document of an HTTP API has the type of the addresses.
  const { ipAddressType: _, ...configuration } = endpoint ?? {};
  if (Object.keys(configuration).length === 0) return {};
  return { servers: [{ url: '/', 'x-amazon-apigateway-endpoint-configuration': configuration }] };
}

function renderValidator(mode: AwsValidationMode): JsonObject {
  const { body, params } = VALIDATED[mode];
  return { validateRequestBody: body, validateRequestParameters: params };
}
