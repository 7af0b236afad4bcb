import { matchesWhole } from '../java/java-regex.js';
import { toUtf8 } from '../java/form-encoding.js';
import { runMapping, type OverrideMaps } from '../template/run-mapping.js';
import { answerByGateway } from './answer-by-gateway.js';
import {
  bodyText,
  findHeader,
  overlayHeaders,
  type GatewayAnswer,
  type ServiceAnswer,
} from './exchange-types.js';
import { templateInput, type GatewayView } from './gateway-view.js';
import { nameHeaders, remapHeaders } from './header-names.js';
import type { IntegrationResponse, TestedRoute } from './integration-document.js';
import { mapHeaders } from './map-parameters.js';
import { selectResponseTemplate } from './select-template.js';

/** What the caller gets for the service's answer. `before` is what the template of the request has set. */
export function answerCaller(
  route: TestedRoute,
  view: GatewayView,
  answer: ServiceAnswer,
  before: OverrideMaps,
): GatewayAnswer {
  const { status = 200, headers = {} } = answer;
  const body = bodyText(answer.body);
  if (route.integration.type.toLowerCase() === 'http_proxy')
    return { status, headers: remapHeaders(headers), body };
  const response = selectResponse(route, status, body);
  if (!response) return answerByGateway('API_CONFIGURATION_ERROR', view, route.document);
  const selected = selectResponseTemplate(
    response.responseTemplates,
    findHeader(view.params.header, 'Accept'),
  );
  const mapped = mapHeaders(response.responseParameters, 'method.response.header', {
    view,
    message: 'integration.response',
    body,
    headers: nameHeaders(headers),
  });
  // Without a template of its own the answer still has what the template of the request has set.
  const { text, overrides } = runMapping(selected?.template ?? '', templateInput(view, body), before);
  return {
    status: overrides.status ?? Number(response.statusCode),
    headers: [
      { 'Content-Type': selected?.type ?? 'application/json' },
      remapHeaders(mapped),
      remapHeaders(overrides.responseHeader),
    ].reduce(overlayHeaders),
    body: toUtf8(selected ? text : body).toString('utf8'),
  };
}

/** By the status; for a Lambda function by the message of its error, and without one it is the default. */
function selectResponse(
  { integration }: TestedRoute,
  status: number,
  body: string,
): IntegrationResponse | undefined {
  const { default: other, ...responses } = integration.responses ?? {};
  const subject = /:lambda:path\//.test(integration.uri ?? '') ? readErrorMessage(body) : String(status);
  if (subject === undefined) return other;
  // API Gateway keeps responses by their status: of several that fit, the lowest is taken.
  const [found] = Object.entries(responses)
    .filter(([pattern]) => matchesWhole(pattern, subject))
    .toSorted(([, left], [, right]) => Number(left.statusCode) - Number(right.statusCode));
  return found?.[1] ?? other;
}

function readErrorMessage(body: string): string | undefined {
  try {
    const message = (JSON.parse(body) as { readonly errorMessage?: unknown } | null)?.errorMessage;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
