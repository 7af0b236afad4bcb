import { runMapping } from '../template/run-mapping.js';
import { overlayHeaders, type GatewayAnswer } from './exchange-types.js';
import { GATEWAY_RESPONSES, type GatewayResponseType } from './gateway-responses.js';
import { templateInput, type GatewayView } from './gateway-view.js';
import type { PrivateDocument } from './integration-document.js';
import { mapHeaders } from './map-parameters.js';
import { selectResponseTemplate } from './select-template.js';

interface GatewayResponse {
  readonly statusCode?: string | number;
  readonly responseParameters?: Readonly<Record<string, string>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/** An answer of API Gateway's own, as the document's gateway responses change it. */
export function answerByGateway(
  type: GatewayResponseType,
  view: GatewayView,
  document: PrivateDocument,
  given?: string,
): GatewayAnswer {
  const own = GATEWAY_RESPONSES[type];
  const message = given || own.message;
  const all = document['x-amazon-apigateway-gateway-responses'] as
    Readonly<Record<string, GatewayResponse>> | undefined;
  const response = all?.[type] ?? all?.[own.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'] ?? {};
  const error = { message, messageString: JSON.stringify(message), responseType: type };
  const context = { ...view.context, error };
  const selected = selectResponseTemplate(response.responseTemplates, undefined);
  const headers = mapHeaders(response.responseParameters, 'gatewayresponse.header', {
    view,
    message: 'method.request',
    body: view.body,
    headers: view.all.header,
  });
  return {
    status: Number(response.statusCode ?? own.status),
    headers: overlayHeaders(
      { 'Content-Type': selected?.type ?? 'application/json', 'x-amzn-ErrorType': own.errorType },
      headers,
    ),
    body: selected
      ? runMapping(selected.template, templateInput({ ...view, context }, view.body)).text
      : JSON.stringify({ message }),
  };
}
