import type { HttpIntegration, MappedText } from '../../../model/integrations/integration.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import type { RenderedIntegration } from './rendered-integration.js';
import { renderMapping } from './services/render-mapping.js';

export function renderHttpIntegration(integration: HttpIntegration): RenderedIntegration {
  const { url, method, pathParameters, vpcLink, target, timeout, streaming } = integration;
  // The caller's query strings and headers pass by themselves, path parameters do not.
  const parameters = [
    ...pathParameters.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
    ...renderMapped('header', integration.headers),
    ...renderMapped('querystring', integration.query),
  ];
  return {
    type: 'http_proxy',
    httpMethod: method,
    uri: url,
    ...(vpcLink === undefined ? {} : { connectionType: 'VPC_LINK', connectionId: vpcLink }),
    ...(target === undefined ? {} : { integrationTarget: target }),
    ...(parameters.length === 0
      ? {}
      : { requestParameters: Object.fromEntries(parameters) as Readonly<Record<string, DeployTree>> }),
    ...(timeout === undefined ? {} : { timeoutInMillis: timeout }),
    ...(streaming ? { responseTransferMode: 'STREAM' } : {}),
    ...(integration.insecureSkipVerification ? { tlsConfig: { insecureSkipVerification: true } } : {}),
  };
}

function renderMapped(
  place: string,
  values: Readonly<Record<string, MappedText>> = {},
): readonly (readonly [string, DeployTree | undefined])[] {
  return Object.entries(values).map(([name, value]) => [
    `integration.request.${place}.${name}`,
    renderMapping(value),
  ]);
}
