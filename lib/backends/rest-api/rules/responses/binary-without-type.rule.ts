import { findBinaryType, isTextType } from '../../../../model/documents/binary-types.js';
import { isObject } from '../../../../openapi/openapi.js';
import type { Route } from '../../../../model/routes/route.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import { listBinaryTypes } from '../../../../model/documents/list-binary-types.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * API Gateway takes a body for text unless its media type is a binary one. Bytes of which nobody says the type arrive
 * damaged.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
 */
export const binaryWithoutType: Rule<RestApi> = {
  code: 'binary-without-type',
  severity: 'warning',
  *check(model, { operations }) {
    // Whatever the type is, it is binary then.
    if (findBinaryType('application/octet-stream', listBinaryTypes(model))?.type === '*/*') return;
    for (const [route, { view }] of operations) {
      if (!route.responder?.proxied) continue;
      const found = findUntyped(route, view);
      if (!found) continue;
      yield {
        at: placeOf(route),
        message: `${found.what}, but the documentation has no binary media type for it: API Gateway takes it for text and damages it`,
        fix: `Add \`${found.decorator}\`, or set \`forRoot({ binaryMediaTypes: ['*/*'] })\`.`,
      };
    }
  },
};

interface Untyped {
  readonly what: string;
  readonly decorator: string;
}

function findUntyped(
  { stream, mediaTypes }: Route,
  { operation, successStatus, requestSchema, responseSchema, otherContentTypes, lookup }: RouteView,
): Untyped | undefined {
  const content = operation.responses?.[successStatus]?.['content'];
  const produced = [...Object.keys(isObject(content) ? content : {}), ...(mediaTypes?.produced ?? [])];
  const isFile = stream?.kind === 'file';
  if (produced.every(isTextType) && (isFile || isBinary(lookup(responseSchema)))) {
    return {
      what: isFile ? 'the handler returns a `StreamableFile`' : 'the response has `format: binary`',
      decorator: "@ApiProduces('application/pdf')",
    };
  }
  if (![...otherContentTypes, ...(mediaTypes?.consumed ?? [])].every(isTextType)) return undefined;
  const request = lookup(requestSchema);
  const properties = isObject(request?.['properties']) ? request['properties'] : {};
  const member = Object.keys(properties).find((name) => isBinary(lookup(properties[name])));
  return member === undefined
    ? undefined
    : {
        what: `the member \`${member}\` of the body has \`format: binary\``,
        decorator: "@ApiConsumes('multipart/form-data')",
      };
}

function isBinary(schema: unknown): boolean {
  return isObject(schema) && schema['type'] === 'string' && schema['format'] === 'binary';
}
