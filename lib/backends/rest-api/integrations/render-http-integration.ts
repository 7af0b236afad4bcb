import type { HttpIntegration } from '../../../model/gateway-model.js';
import type { RenderedIntegration } from './rendered-integration.js';

export function renderHttpIntegration(integration: HttpIntegration): RenderedIntegration {
  const { url, method, pathParameters, vpcLink, timeout, insecureSkipVerification } = integration;
  return {
    type: 'http_proxy',
    httpMethod: method,
    uri: url,
    ...(vpcLink === undefined ? {} : { connectionType: 'VPC_LINK', connectionId: vpcLink }),
    // Query strings and headers pass by themselves, path parameters do not.
    ...(pathParameters.length === 0
      ? {}
      : {
          requestParameters: Object.fromEntries(
            pathParameters.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
          ),
        }),
    ...(timeout === undefined ? {} : { timeoutInMillis: timeout }),
    ...(insecureSkipVerification ? { tlsConfig: { insecureSkipVerification } } : {}),
  };
}
