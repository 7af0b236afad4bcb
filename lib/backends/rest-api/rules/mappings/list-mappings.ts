import type { IntegrationResponse, Integration } from '../../../../model/integrations/integration.js';
import type { MappingSide } from '../../../../grammar/mapping.js';
import { isOfHttpApi } from '../../integrations/is-of-http-api.js';
import { isService } from '../../../../services/service-integrations.js';
import { viewRawIntegration } from '../../../../model/integrations/view-raw-integration.js';

export interface Mapping {
  readonly side: MappingSide;
  readonly key: string;
  /** May be a deploy value. */
  readonly value: unknown;
}

/** The mappings that the user wrote for an integration. */
export function listMappings(integration: Integration | undefined): readonly Mapping[] {
  return [
    // Another rule refuses mappings of HTTP APIs, and the parameters of a subtype.
    ...(integration?.kind === 'raw' && !isOfHttpApi(integration)
      ? listOf('request', viewRawIntegration(integration).requestParameters)
      : []),
    ...Object.values(listResponses(integration)).flatMap(({ responseParameters }) =>
      listOf('response', responseParameters),
    ),
  ];
}

/** The responses that the user wrote for an integration. */
export function listResponses(
  integration: Integration | undefined,
): Readonly<Record<string, IntegrationResponse>> {
  if (!integration) return {};
  if (integration.kind === 'raw') return viewRawIntegration(integration).responses ?? {};
  if (integration.kind === 'lambda') return integration.responses ?? {};
  // Their texts may be deploy values, as in the other integrations.
  return isService(integration)
    ? ((integration.options.responses ?? {}) as Readonly<Record<string, IntegrationResponse>>)
    : {};
}

export function listOf(
  side: MappingSide,
  mapped: Readonly<Record<string, unknown>> | undefined,
): readonly Mapping[] {
  return Object.entries(mapped ?? {}).map(([key, value]) => ({ side, key, value }));
}
