import type { Route } from '../../model/gateway-model.js';
import type { JsonObject } from '../../openapi/openapi.js';
import type { Answer } from './answer.js';

/**
 * The responses of a route in Kong: those of what answers it, and those of Kong itself.
 *
 * @param written the route in the file
 */
export function listKongAnswers(
  { integration, authorizer, apiKey }: Route,
  written: JsonObject | undefined,
): readonly Answer[] {
  if (!written) return [];
  const isGuarded = authorizer !== undefined || apiKey;
  const isFunction = JSON.stringify(written['plugins'] ?? []).includes('"name":"aws-lambda"');
  const who = isFunction ? 'the function' : 'the backend';
  return [
    integration?.kind === 'mock'
      ? { status: String(integration.status), from: 'integration', when: 'always' }
      : { status: '*', from: 'integration', when: `${who} chooses the status` },
    ...own('401', 'the credential is missing or invalid', isGuarded),
    ...own('403', 'the credential is not one of this API, or has no scope of the route', isGuarded),
    ...own('500', 'the call of the function fails', isFunction),
    ...own('502', 'the result of the function has the wrong format', isFunction),
    ...own('502', 'the backend cannot be reached', !isFunction && integration?.kind !== 'mock'),
    ...own('504', 'the backend does not answer in time', !isFunction && integration?.kind !== 'mock'),
  ];
}

function own(status: string, when: string, given: boolean): readonly Answer[] {
  return given ? [{ status, from: 'Kong', when }] : [];
}
