import type { MockIntegration } from '../../../model/integrations/integration.js';
import { joinDeployValue } from '../../../values/deploy-value.js';
import type { Rendered } from './answer.js';

/** A fixed answer, with its headers by a second plugin. */
export function renderMock({ status, body, headers }: MockIntegration): Rendered {
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  return {
    answer: {
      plugins: [
        ...(others.length > 0
          ? [
              {
                name: 'response-transformer',
                config: {
                  add: { headers: others.map(([name, value]) => joinDeployValue(`${name}:`, value)) },
                },
              },
            ]
          : []),
        {
          name: 'request-termination',
          config: {
            status_code: status,
            ...(body ? { content_type: body.contentType, body: body.text } : {}),
          },
        },
      ],
    },
    refusals: [],
  };
}
