import { toUtf8 } from '../java/form-encoding.js';
import { JavaException } from '../java/java-exception.js';
import { InvalidJsonBody } from '../template/create-input.js';
import { answerByGateway } from './answers/answer-by-gateway.js';
import { answerCaller } from './answers/answer-caller.js';
import { checkRequest } from './validation/check-request.js';
import { convertRequestBody } from './mapping/convert-body.js';
import { isBinaryType } from './binary-types.js';
import { findHeader, type CallerAnswer, type ServiceAnswer } from './exchange-types.js';
import { GatewayFault } from './gateway-fault.js';
import type { GatewayView } from './gateway-view.js';
import type { TestedRoute } from './integration-document.js';
import { readMockStatus } from './answers/read-mock-status.js';
import { mediaType, selectRequestTemplate, type SelectedTemplate } from './mapping/select-template.js';
import { sendRequest, type SentRequest } from './send-request.js';

/** A request that is let through to its service, or answered before. */
export type OpenExchange =
  | { readonly sent: undefined; readonly answer: CallerAnswer }
  | { readonly sent: SentRequest; answer(given: ServiceAnswer): CallerAnswer };

/** Validates a request and maps it. Anything but a Lambda proxy, whose function gets the request as it is. */
export function openExchange(route: TestedRoute, view: GatewayView): OpenExchange {
  const refused = refuseRequest(route, view);
  if (refused) return { sent: undefined, answer: refused };
  const { integration } = route;
  let sent: SentRequest;
  try {
    const selected = selectTemplate(route, view);
    sent = sendRequest(route, convertBody(route, view, selected), selected);
  } catch (thrown) {
    return { sent: undefined, answer: answerFault(thrown, 'BAD_REQUEST_BODY', route, view) };
  }
  const answer = (given: ServiceAnswer): CallerAnswer => {
    try {
      return answerCaller(route, view, given, sent.overrides);
    } catch (thrown) {
      return answerFault(thrown, 'INTEGRATION_FAILURE', route, view);
    }
  };
  if (integration.type.toLowerCase() !== 'mock') return { sent, answer };
  const status = readMockStatus(sent.request.body);
  view.explain({
    step: 'mock',
    outcome:
      status === undefined
        ? 'the template prints no integer `statusCode`'
        : `the status to match is ${status}`,
    data: { printed: sent.request.body },
  });
  return {
    sent: undefined,
    answer:
      status === undefined
        ? answerByGateway('API_CONFIGURATION_ERROR', view, route.document)
        : answer({ status }),
  };
}

/** The gateway's answer to a request that it does not let through: the validator's, or for its content type. */
export function refuseRequest(route: TestedRoute, view: GatewayView): CallerAnswer | undefined {
  const { integration, document } = route;
  const refusal = checkRequest(route, view);
  if (refusal) {
    const { type, message, validation } = refusal;
    view.explain({ step: 'request validator', outcome: message ?? validation ?? type });
    return answerByGateway(type, view, document, { message, validation });
  }
  if (integration.type.toLowerCase() === 'aws_proxy') return undefined;
  const { requestTemplates, passthroughBehavior = 'when_no_match' } = integration;
  const has = Object.keys(requestTemplates ?? {}).length > 0;
  const passes =
    passthroughBehavior.toLowerCase() === 'when_no_match' ||
    (passthroughBehavior.toLowerCase() === 'when_no_templates' && !has);
  if (passes || selectTemplate(route, view)) return undefined;
  view.explain({
    step: 'request template',
    outcome: `none for ${contentType(view)}, and passthroughBehavior is ${passthroughBehavior}`,
  });
  return answerByGateway('UNSUPPORTED_MEDIA_TYPE', view, document);
}

function selectTemplate({ integration }: TestedRoute, view: GatewayView): SelectedTemplate | undefined {
  return selectRequestTemplate(integration.requestTemplates, findHeader(view.params.header, 'Content-Type'));
}

function contentType({ params }: GatewayView): string {
  return mediaType(findHeader(params.header, 'Content-Type')) ?? 'application/json';
}

/** The request with its body as the integration gets it. No template reads bytes. */
function convertBody(
  { document, integration }: TestedRoute,
  view: GatewayView,
  selected: SelectedTemplate | undefined,
): GatewayView {
  const isBinary = isBinaryType(contentType(view), document);
  const handling = integration.contentHandling?.toUpperCase();
  // Bytes that are not UTF-8 are lost.
  if (!isBinary && handling !== 'CONVERT_TO_BINARY') return { ...view, bytes: toUtf8(view.body) };
  const converted = convertRequestBody(view.bytes, isBinary, handling);
  view.explain({
    step: 'request body',
    outcome: typeof converted === 'string' ? 'binary, converted to base64 text' : 'binary',
  });
  if (typeof converted === 'string') return { ...view, body: converted, bytes: toUtf8(converted) };
  if (selected) {
    view.explain({ step: 'request template', outcome: 'fails: no template reads a binary body' });
    throw new GatewayFault('API_CONFIGURATION_ERROR');
  }
  return { ...view, bytes: converted };
}

/** What the caller gets where API Gateway fails; a mistake in the document or the sample is thrown. */
function answerFault(
  thrown: unknown,
  ofBody: 'BAD_REQUEST_BODY' | 'INTEGRATION_FAILURE',
  { document }: TestedRoute,
  view: GatewayView,
): CallerAnswer {
  const explain = (): void =>
    view.explain({ step: 'failure', outcome: thrown instanceof Error ? thrown.message : String(thrown) });
  if (thrown instanceof InvalidJsonBody) {
    explain();
    const message = ofBody === 'BAD_REQUEST_BODY' ? thrown.message : undefined;
    return answerByGateway(ofBody, view, document, { message });
  }
  if (thrown instanceof GatewayFault) return answerByGateway(thrown.type, view, document, thrown);
  if (!(thrown instanceof JavaException)) throw thrown;
  explain();
  return answerByGateway('INTEGRATION_FAILURE', view, document);
}
