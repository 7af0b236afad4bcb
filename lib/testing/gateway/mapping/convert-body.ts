import { toUtf8 } from '../../java/form-encoding.js';
import { decodeUtf8 } from '../exchange-types.js';
import { GatewayFault } from '../gateway-fault.js';

/** A body as API Gateway goes on with it: text for templates, or bytes that none can read. */
export type ConvertedBody = string | Uint8Array;

/** `contentHandling` of an integration or of a response. */
type ContentHandling = string | undefined;

/**
 * The body of a request, as the integration gets it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 * @throws GatewayFault for text that should be base64
 */
export function convertRequestBody(
  body: Uint8Array,
  isBinary: boolean,
  handling: ContentHandling,
): ConvertedBody {
  if (isBinary) return handling === 'CONVERT_TO_TEXT' ? encodeBase64(body) : body;
  return handling === 'CONVERT_TO_BINARY' ? decodeBase64(body) : decodeUtf8(body);
}

/**
 * The body of an answer, as its template or the caller gets it.
 *
 * @throws GatewayFault for text that should be base64
 */
export function convertAnswerBody(
  body: Uint8Array,
  isBinary: { readonly answer: boolean; readonly accepted: boolean },
  handling: ContentHandling,
): ConvertedBody {
  switch (handling) {
    case 'CONVERT_TO_TEXT':
      return isBinary.answer ? encodeBase64(body) : decodeUtf8(body);
    case 'CONVERT_TO_BINARY':
      return isBinary.answer ? body : decodeBase64(body);
    default:
      if (isBinary.answer) return isBinary.accepted ? body : encodeBase64(body);
      return isBinary.accepted ? decodeBase64(body) : decodeUtf8(body);
  }
}

/** What of it goes over the wire. */
export function encodeBody(body: ConvertedBody): Uint8Array {
  return typeof body === 'string' ? toUtf8(body) : body;
}

function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function decodeBase64(body: Uint8Array): Uint8Array {
  const text = decodeUtf8(body);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text))
    throw new GatewayFault('API_CONFIGURATION_ERROR');
  return Buffer.from(text, 'base64');
}
