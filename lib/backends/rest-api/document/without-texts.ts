import type { GatewayModel } from '../../../model/gateway-model.js';
import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../../openapi/openapi.js';

/** What API Gateway makes documentation parts of. */
const TEXTS = ['description', 'summary', 'title', 'tags', 'externalDocs'];
/** Keys that hold names of the application's own, which are not texts. */
const NAMES =
  'properties patternProperties headers $defs definitions schemas parameters requestBodies responses securitySchemes paths content encoding'.split(
    ' ',
  );
/** Keys that hold data, which is not looked into. */
const DATA = ['example', 'examples', 'default', 'enum', 'const', 'required'];

/** A model whose documents have no text for people except the title and version of the API. */
export function withoutTexts(model: GatewayModel): GatewayModel {
  const { document, hidden } = model;
  return {
    ...model,
    document: stripDocument(document),
    ...(hidden ? { hidden: stripDocument(hidden) } : {}),
  };
}

function stripDocument(document: OpenApiDocument): OpenApiDocument {
  const { info } = document;
  const { description: _, ...kept } = info ?? {};
  return { ...(strip(document) as OpenApiDocument), ...(info ? { info: kept } : {}) };
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !TEXTS.includes(key))
      .map(([key, member]) => [
        key,
        DATA.includes(key) || key.startsWith('x-')
          ? member
          : NAMES.includes(key) && isObject(member)
            ? stripNamed(member)
            : strip(member),
      ]),
  );
}

function stripNamed(named: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(named).map(([name, member]) => [name, strip(member) as Json]));
}
