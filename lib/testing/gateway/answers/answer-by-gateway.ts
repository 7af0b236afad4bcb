import { overlayHeaders, type CallerAnswer } from '../exchange-types.js';
import { fillGatewayTemplate } from '../mapping/fill-gateway-template.js';
import { GATEWAY_RESPONSES, type GatewayResponseType } from '../gateway-responses.js';
import type { GatewayView } from '../gateway-view.js';
import type { PrivateDocument } from '../integration-document.js';
import { mapHeaders } from '../mapping/map-parameters.js';
import { selectResponseTemplate } from '../mapping/select-template.js';

interface GatewayResponse {
  readonly statusCode?: string | number;
  readonly responseParameters?: Readonly<Record<string, string>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/** What an answer has instead of what its type has. */
interface OwnAnswer {
  readonly message?: string | undefined;
  /** `$context.error.validationErrorString`. */
  readonly validation?: string | undefined;
  readonly status?: number | undefined;
}

/** An answer of API Gateway's own, as the document's gateway responses change it. */
export function answerByGateway(
  type: GatewayResponseType,
  view: GatewayView,
  document: PrivateDocument,
  { message: given, validation, status: ownStatus }: OwnAnswer = {},
): CallerAnswer {
  const own = GATEWAY_RESPONSES[type];
  const message = given || own.message;
  const all = document['x-amazon-apigateway-gateway-responses'] as
    Readonly<Record<string, GatewayResponse>> | undefined;
  const fallback = own.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  // The size of a request is checked before the API is known.
  const chosen =
    type === 'REQUEST_TOO_LARGE' ? undefined : [type, fallback].find((name) => all?.[name] !== undefined);
  const response = (chosen === undefined ? undefined : all?.[chosen]) ?? {};
  const error = {
    message,
    messageString: JSON.stringify(message),
    responseType: type,
    ...(validation === undefined ? {} : { validationErrorString: JSON.stringify(validation).slice(1, -1) }),
  };
  const context = { ...view.context, error };
  const selected = selectResponseTemplate(response.responseTemplates, undefined);
  const headers = mapHeaders(response.responseParameters, 'gatewayresponse.header', {
    view,
    message: 'method.request',
    body: view.body,
    headers: view.all.header,
  });
  const status = Number(response.statusCode ?? ownStatus ?? own.status);
  view.explain({
    step: `gateway response ${type}`,
    outcome: `${status} ${message}${chosen === undefined ? '' : `, by ${chosen} of the document`}`,
    data: {
      ...(Object.keys(headers).length > 0 ? { headers } : {}),
      ...(selected ? { template: selected.template } : {}),
    },
  });
  return {
    status,
    headers: overlayHeaders(
      { 'Content-Type': selected?.type ?? 'application/json', 'x-amzn-ErrorType': own.errorType },
      headers,
    ),
    body: selected
      ? fillGatewayTemplate(selected.template, { ...view, context })
      : // A refusal by a policy has its message under another name.
        JSON.stringify(type === 'ACCESS_DENIED' ? { Message: message } : { message }),
  };
}
