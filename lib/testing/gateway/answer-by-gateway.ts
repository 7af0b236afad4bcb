import { renderTemplate } from '../template/render-template.js';
import type { GatewayAnswer } from './exchange-types.js';
import { templateInput, type GatewayView } from './gateway-view.js';
import type { PrivateDocument } from './integration-document.js';
import { mapParameters } from './map-parameters.js';
import { selectResponseTemplate } from './select-template.js';

interface GatewayResponse {
  readonly statusCode?: string | number;
  readonly responseParameters?: Readonly<Record<string, string>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/** The answers that API Gateway gives without the service, with the status and words of its own. */
const RESPONSES = {
  UNSUPPORTED_MEDIA_TYPE: [415, 'Unsupported Media Type'],
  BAD_REQUEST_BODY: [400, 'Invalid request body'],
  BAD_REQUEST_PARAMETERS: [400, 'Missing required request parameters'],
  API_CONFIGURATION_ERROR: [500, 'Internal server error'],
  INTEGRATION_FAILURE: [500, 'Internal server error'],
} as const;

export type GatewayResponseType = keyof typeof RESPONSES;

/** An answer of API Gateway's own, as the document's gateway responses change it. */
export function answerByGateway(
  type: GatewayResponseType,
  view: GatewayView,
  document: PrivateDocument,
  message: string = RESPONSES[type][1],
): GatewayAnswer {
  const [status] = RESPONSES[type];
  const all = document['x-amazon-apigateway-gateway-responses'] as
    Readonly<Record<string, GatewayResponse>> | undefined;
  const response = all?.[type] ?? all?.[status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'] ?? {};
  const error = { message, messageString: JSON.stringify(message), responseType: type };
  const context = { ...view.context, error };
  const selected = selectResponseTemplate(response.responseTemplates, undefined);
  const sources = { view, message: 'method.request', body: view.body, headers: view.params.header };
  return {
    status: Number(response.statusCode ?? status),
    headers: {
      'Content-Type': selected?.type ?? 'application/json',
      ...mapParameters(response.responseParameters, 'gatewayresponse.header', sources),
    },
    body: selected
      ? renderTemplate(selected.template, templateInput({ ...view, context }, view.body)).text
      : JSON.stringify({ message }),
  };
}
