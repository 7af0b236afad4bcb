import { inlineIntegrations } from '../../testing/gateway/http-api/route-http-request.js';
import type {
  Integration,
  PrivateDocument,
  TestedRoute,
} from '../../testing/gateway/integration-document.js';
import type { CallService } from '../../testing/gateway/local-gateway-ports.js';
import { NotServed } from '../../testing/gateway/not-served.js';

/**
 * Calls services whose request is whole. A placeholder without a value looks like a reference of the template, and the
 * service would get nothing in its place.
 *
 * @param unfilled names of the placeholders without a value
 */
export function requireValues(callService: CallService, unfilled: readonly string[]): CallService {
  const known = new WeakMap<Integration, readonly string[]>();
  return async (call, sent) => {
    const { integration } = call.route;
    const missing = known.get(integration) ?? listNamed(integration, unfilled);
    known.set(integration, missing);
    if (missing.length > 0) {
      const options = missing.map((name) => `--var ${name}=VALUE`).join(' ');
      throw new NotServed(
        `The request to the service needs ${missing.map((name) => `\`${name}\``).join(', ')}, without a value here. Set ${options}.`,
        { mappings: integration.requestParameters, templates: integration.requestTemplates },
      );
    }
    return await callService(call, sent);
  };
}

/** The placeholders that requests to services need, of all routes. */
export function listNeeded(document: PrivateDocument, unfilled: readonly string[]): readonly string[] {
  const integrations = Object.values(inlineIntegrations(document).paths)
    .flatMap((item) => Object.values(item))
    .map((operation) => (operation as TestedRoute['operation'])['x-amazon-apigateway-integration']);
  const needed = integrations.flatMap((integration) =>
    integration ? listNamed(integration as Integration, unfilled) : [],
  );
  return [...new Set(needed)];
}

/** An HTTP backend gets the placeholder as it is written. */
function listNamed(
  { type, requestParameters, requestTemplates }: Integration,
  unfilled: readonly string[],
): readonly string[] {
  const text = JSON.stringify([requestTemplates, /^http/i.test(type) ? undefined : requestParameters]);
  return unfilled.filter((name) => text.includes(`\${${name}}`));
}
