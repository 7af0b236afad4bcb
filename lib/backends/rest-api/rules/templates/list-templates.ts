import type { Integration } from '../../../../model/gateway-model.js';
import { isService } from '../../../../services/service-integrations.js';
import { viewRawIntegration } from '../../../../model/view-raw-integration.js';
import { listResponses } from '../mappings/list-mappings.js';

export interface Template {
  /** Its place, in words. */
  readonly name: string;
  readonly text: string;
}

/** The mapping templates that the user wrote for an integration. */
export function listTemplates(integration: Integration | undefined): readonly Template[] {
  if (!integration) return [];
  return [
    ...named(readRequestTemplates(integration), 'of the request'),
    ...Object.entries(listResponses(integration)).flatMap(([pattern, { responseTemplates }]) =>
      named(responseTemplates, `of the response \`${pattern}\``),
    ),
  ];
}

function readRequestTemplates(integration: Integration): Readonly<Record<string, unknown>> | undefined {
  if (integration.kind === 'raw') return viewRawIntegration(integration).requestTemplates;
  if (integration.kind === 'lambda') return integration.requestTemplates;
  return isService(integration) ? integration.options.requestTemplates : undefined;
}

function named(templates: Readonly<Record<string, unknown>> | undefined, side: string): readonly Template[] {
  return Object.entries(templates ?? {}).flatMap(([type, text]) =>
    typeof text === 'string' ? [{ name: `the template ${side} for \`${type}\``, text }] : [],
  );
}
