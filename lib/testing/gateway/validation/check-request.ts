import type { GatewayResponseType } from '../gateway-responses.js';
import { findHeader } from '../exchange-types.js';
import type { GatewayView } from '../gateway-view.js';
import type { TestedRoute } from '../integration-document.js';
import { fitsModel } from './fits-model.js';
import { listMisfits } from './list-misfits.js';
import { mediaType } from '../mapping/select-template.js';

interface Refusal {
  readonly type: GatewayResponseType;
  readonly message?: string;
  /** `$context.error.validationErrorString`: why the body is refused. */
  readonly validation?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

/** Why the request validator of the route refuses the request; undefined when it passes. */
export function checkRequest({ operation, document }: TestedRoute, view: GatewayView): Refusal | undefined {
  const name = (operation[VALIDATOR] ?? document[VALIDATOR]) as string | undefined;
  const validators = document[`${VALIDATOR}s`] as
    | Readonly<Record<string, { validateRequestBody?: boolean; validateRequestParameters?: boolean }>>
    | undefined;
  const validator = name === undefined ? undefined : validators?.[name];
  if (validator?.validateRequestParameters) {
    const missing = listMissing((operation['parameters'] ?? []) as readonly Parameter[], view);
    if (missing.length > 0) {
      return {
        type: 'BAD_REQUEST_PARAMETERS',
        message: `Missing required request parameters: [${missing.join(', ')}]`,
      };
    }
  }
  const misfits = validator?.validateRequestBody
    ? checkBody(operation['requestBody'], view, document)
    : undefined;
  return misfits && { type: 'BAD_REQUEST_BODY', validation: `[${misfits.join(', ')}]` };
}

/** The order in which missing parameters are named. */
const PLACES = ['header', 'path', 'query'];

const VALIDATOR = 'x-amazon-apigateway-request-validator';

function listMissing(parameters: readonly Parameter[], { params }: GatewayView): readonly string[] {
  const find = ({ name, in: place }: Parameter): string | undefined =>
    place === 'header'
      ? findHeader(params.header, name)
      : place === 'query'
        ? params.querystring[name]
        : params.path[name];
  return parameters
    .filter((parameter) => parameter.required && !find(parameter))
    .map(({ name, in: place }) => ({ name, key: `${PLACES.indexOf(place)}${name}` }))
    .toSorted((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ name }) => name);
}

/** Undefined if it fits. A content type without a model is not checked; an empty body counts as an empty object. */
function checkBody(
  requestBody: unknown,
  { body, params }: GatewayView,
  document: unknown,
): readonly string[] | undefined {
  const content = (requestBody as { content?: Readonly<Record<string, { schema?: unknown }>> } | undefined)
    ?.content;
  const type = mediaType(findHeader(params.header, 'Content-Type')) ?? 'application/json';
  const schema = content?.[type]?.schema;
  if (schema === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(body || '{}');
    if (fitsModel(value, schema, document)) return undefined;
    const misfits = listMisfits(value, schema, document);
    return misfits.map(({ at, message }) => (at === '' ? message : `${message} at ${at}`));
  } catch (thrown) {
    return [`the body is not JSON: ${(thrown as Error).message}`];
  }
}
