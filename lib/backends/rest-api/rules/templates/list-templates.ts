import type { Integration } from '../../../../model/integrations/integration.js';
import { listRequestValues } from '../../../../services/list-request-values.js';
import { isService, type ServiceIntegration } from '../../../../services/service-integrations.js';
import { formatRequestValue } from '../../../../values/format-request-value.js';
import { viewRawIntegration } from '../../../../model/integrations/view-raw-integration.js';
import { listResponses } from '../mappings/list-mappings.js';

export interface Template {
  /** Its place, in words. */
  readonly name: string;
  readonly text: string;
  /** Whether it is written into JSON; absent: as its own text shows. */
  readonly inJson?: boolean;
}

/** The mapping templates that the user wrote for an integration, and the code of `vtl()` in its options. */
export function listTemplates(integration: Integration | undefined): readonly Template[] {
  if (!integration) return [];
  return [
    ...(isService(integration) ? listCode(integration) : []),
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

/** A form of SNS and what Kinesis encodes are no JSON. */
function listCode({ kind, options }: ServiceIntegration): readonly Template[] {
  const data = 'data' in options ? options.data : undefined;
  return [...listRequestValues(options)].flatMap((value) =>
    value['@request'] === 'vtl'
      ? [
          {
            name: `\`${formatRequestValue(value)}\``,
            text: value.code,
            inJson: kind !== 'sns' && value !== data,
          },
        ]
      : [],
  );
}
