import { matchesWhole } from '../../java/java-regex.js';
import { runMapping, type OverrideMaps } from '../../template/run-mapping.js';
import { answerByGateway } from './answer-by-gateway.js';
import { convertAnswerBody } from '../mapping/convert-body.js';
import { isBinaryType } from '../binary-types.js';
import {
  bodyBytes,
  decodeUtf8,
  findHeader,
  overlayHeaders,
  type CallerAnswer,
  type ServiceAnswer,
} from '../exchange-types.js';
import { GatewayFault } from '../gateway-fault.js';
import { templateInput, type GatewayView } from '../gateway-view.js';
import { joinLines, nameHeaders, remapHeaders } from '../header-names.js';
import type { IntegrationResponse, TestedRoute } from '../integration-document.js';
import { mapHeaders } from '../mapping/map-parameters.js';
import { mediaType, selectResponseTemplate } from '../mapping/select-template.js';

/** What the caller gets for the service's answer. `before` is what the template of the request has set. */
export function answerCaller(
  route: TestedRoute,
  view: GatewayView,
  answer: ServiceAnswer,
  before: OverrideMaps,
): CallerAnswer {
  const { status = 200 } = answer;
  const headers = nameHeaders(answer.headers ?? {});
  const raw = bodyBytes(answer.body);
  if (route.integration.type.toLowerCase() === 'http_proxy')
    return { status, headers: remapHeaders(joinLines(headers)), body: convert(route, view, headers, raw) };
  const chosen = selectResponse(route, status, decodeUtf8(raw));
  if (!chosen) {
    view.explain({ step: 'integration response', outcome: `none fits ${status}, and there is no default` });
    return answerByGateway('API_CONFIGURATION_ERROR', view, route.document);
  }
  const { response, why } = chosen;
  view.explain({ step: 'integration response', outcome: `${response.statusCode}: ${why}` });
  const converted = convert(route, view, headers, raw, response.contentHandling);
  const selected = selectResponseTemplate(
    response.responseTemplates,
    findHeader(view.params.header, 'Accept'),
  );
  if (typeof converted !== 'string' && selected) {
    view.explain({ step: 'response template', outcome: 'fails: no template reads a binary body' });
    throw new GatewayFault('API_CONFIGURATION_ERROR');
  }
  const body = typeof converted === 'string' ? converted : decodeUtf8(converted);
  const mapped = mapHeaders(response.responseParameters, 'method.response.header', {
    view,
    message: 'integration.response',
    body,
    headers,
  });
  // Without a template of its own the answer still has what the template of the request has set.
  const { text, overrides } = runMapping(selected?.template ?? '', templateInput(view, body), before);
  if (selected) {
    view.explain({
      step: `response template for ${selected.type}`,
      outcome:
        overrides.status === undefined ? 'rendered' : `rendered, and sets the status ${overrides.status}`,
      data: { input: body, template: selected.template, output: text },
    });
  }
  return {
    status: overrides.status ?? Number(response.statusCode),
    headers: [
      { 'Content-Type': selected?.type ?? 'application/json' },
      remapHeaders(mapped),
      remapHeaders(overrides.responseHeader),
    ].reduce(overlayHeaders),
    body: selected ? text : converted,
  };
}

/** The body of the backend, by its type and by the first type that the caller accepts. */
function convert(
  { document, integration }: TestedRoute,
  view: GatewayView,
  headers: Readonly<Record<string, readonly string[]>>,
  body: Uint8Array,
  handling?: string,
): string | Uint8Array {
  const isMock = integration.type.toLowerCase() === 'mock';
  return convertAnswerBody(
    body,
    {
      answer: !isMock && isBinaryType(mediaType(findHeader(headers, 'Content-Type')?.at(-1)), document),
      accepted: isBinaryType(mediaType(findHeader(view.params.header, 'Accept')), document),
    },
    handling?.toUpperCase(),
  );
}

interface ChosenResponse {
  readonly response: IntegrationResponse;
  readonly why: string;
}

/** By the status; for a Lambda function by the message of its error, and without one it is the default. */
function selectResponse(
  { integration }: TestedRoute,
  status: number,
  body: string,
): ChosenResponse | undefined {
  const { default: other, ...responses } = integration.responses ?? {};
  const isFunction = /:lambda:path\//.test(integration.uri ?? '');
  const subject = isFunction ? readErrorMessage(body) : String(status);
  const fallback = (why: string): ChosenResponse | undefined => other && { response: other, why };
  if (subject === undefined) return fallback('the default, because the function succeeded');
  // API Gateway keeps responses by their status: of several that fit, the lowest is taken.
  const [found] = Object.entries(responses)
    .filter(([pattern]) => matchesWhole(pattern, subject))
    .toSorted(([, left], [, right]) => Number(left.statusCode) - Number(right.statusCode));
  if (!found) return fallback(`the default, because no pattern fits \`${subject}\``);
  return { response: found[1], why: `the pattern \`${found[0]}\` fits \`${subject}\`` };
}

function readErrorMessage(body: string): string | undefined {
  try {
    const message = (JSON.parse(body) as { readonly errorMessage?: unknown } | null)?.errorMessage;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
