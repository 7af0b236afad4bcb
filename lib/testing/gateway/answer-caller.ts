import { matchesWhole } from '../java/java-regex.js';
import { toUtf8 } from '../java/form-encoding.js';
import { renderTemplate, type Overrides } from '../template/render-template.js';
import { answerByGateway } from './answer-by-gateway.js';
import {
  bodyText,
  findHeader,
  overlayHeaders,
  type GatewayAnswer,
  type ServiceAnswer,
} from './exchange-types.js';
import { templateInput, type GatewayView } from './gateway-view.js';
import type { IntegrationResponse, TestedRoute } from './integration-document.js';
import { mapParameters } from './map-parameters.js';
import { selectResponseTemplate } from './select-template.js';

/** What the caller gets for the service's answer. */
export function answerCaller(
  route: TestedRoute,
  view: GatewayView,
  answer: ServiceAnswer,
  before: Overrides,
): GatewayAnswer {
  const { status = 200, headers = {} } = answer;
  const body = bodyText(answer.body);
  if (route.integration.type.toLowerCase() === 'http_proxy') return { status, headers, body };
  const response = selectResponse(route, status, body);
  if (!response) return answerByGateway('API_CONFIGURATION_ERROR', view, route.document);
  const selected = selectResponseTemplate(
    response.responseTemplates,
    findHeader(view.params.header, 'Accept'),
  );
  const rendered = selected && renderTemplate(selected.template, templateInput(view, body));
  const sources = { view, message: 'integration.response', body, headers };
  return {
    status: rendered?.overrides.status ?? before.status ?? Number(response.statusCode),
    headers: [
      { 'Content-Type': selected?.type ?? 'application/json' },
      mapParameters(response.responseParameters, 'method.response.header', sources),
      before.responseHeader,
      rendered?.overrides.responseHeader ?? {},
    ].reduce(overlayHeaders),
    body: toUtf8(rendered ? rendered.text : body).toString('utf8'),
  };
}

/** By the status; for a Lambda function by the message of its error, and without one it is the default. */
function selectResponse(
  { integration, method, path }: TestedRoute,
  status: number,
  body: string,
): IntegrationResponse | undefined {
  const subject = /:lambda:path\//.test(integration.uri ?? '') ? readErrorMessage(body) : String(status);
  const responses = integration.responses ?? {};
  const found = Object.keys(responses).filter(
    (pattern) => pattern !== 'default' && subject !== undefined && matchesWhole(pattern, subject),
  );
  if (found.length > 1)
    throw new Error(
      `${method} ${path}: ${found.join(' and ')} both match ${JSON.stringify(subject)}, and which one wins is not defined`,
    );
  return responses[found[0] ?? 'default'];
}

function readErrorMessage(body: string): string | undefined {
  try {
    const message = (JSON.parse(body) as { readonly errorMessage?: unknown } | null)?.errorMessage;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
