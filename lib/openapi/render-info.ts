import { isObject, type JsonObject, type OpenApiDocument } from './openapi.js';

/** What 3.0 knows of each; later versions know more, such as `info.summary` and a tag's parent. */
const INFO = ['title', 'description', 'termsOfService', 'contact', 'license', 'version'];
const LICENSE = ['name', 'url'];
const TAG = ['name', 'description', 'externalDocs'];

/** The parts of a document that describe the whole API, in the words of OpenAPI 3.0. */
export function renderInfo({
  info,
  tags,
  externalDocs,
}: OpenApiDocument): JsonObject & { readonly info: JsonObject } {
  const { description, ...rest } = info ?? {};
  // API Gateway makes no API with an empty description.
  const kept = keep(description === '' ? rest : (info ?? {}), INFO);
  const { license } = kept;
  return {
    info: {
      title: '',
      version: '',
      ...kept,
      ...(isObject(license) ? { license: keep(license, LICENSE) } : {}),
    },
    ...(Array.isArray(tags) ? { tags: tags.filter(isObject).map((tag) => keep(tag, TAG)) } : {}),
    ...(externalDocs === undefined ? {} : { externalDocs }),
  };
}

function keep(source: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(source).filter(
      ([key, value]) => value !== undefined && (keys.includes(key) || key.startsWith('x-')),
    ),
  );
}
