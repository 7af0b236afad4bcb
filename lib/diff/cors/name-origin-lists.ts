import type { OpenApiDocument } from '../../openapi/openapi.js';

/**
 * A document in which a list of origins is one origin with the name of its placeholder, wherever Terraform reads the list:
 * in `templatefile`, and in the generated module.
 */
export function nameOriginLists(document: OpenApiDocument): OpenApiDocument {
  const text = JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'string' ? nameLists(value) : Array.isArray(value) ? nameItems(value) : value,
  );
  return JSON.parse(text) as OpenApiDocument;
}

/** The test of a template: whether the origin of the request is in the list. */
const TESTS =
  /false%\{ for origin in (\w+) \} \|\| (?:%\{ if [^}]*\}true%\{ else \})?\$origin == "\$\{origin\}"(?:%\{ endif \})?%\{ endfor \}|\$\{origin_test(?:_exact)?\.(\w+)\}/g;

/** The header of a gateway response: the only origin, or what stands for none and several. */
const ERROR = /^'?%\{ if length\((\w+)\).*%\{ endif \}'?$|^\$\{origin_error(?:_echo)?\.(\w+)\}$/;

/** The items of an array: two strings, between which the directive stands. */
const ITEMS =
  /^%\{ if length\((?:origin_items(?:_exact)?\.)?(\w+)\) == 0 \}.* in tolist\(.*\) \}%\{ if index > 0 \}$/;

function nameItems(items: readonly unknown[]): readonly unknown[] {
  const name = items.length === 2 && typeof items[0] === 'string' ? ITEMS.exec(items[0])?.[1] : undefined;
  return name === undefined ? items : [`\${${name}}`];
}

function nameLists(text: string): string {
  if (!text.includes('origin')) return text;
  return text
    .replace(
      ERROR,
      (_, ofTemplate: string | undefined, ofModule: string) => `'\${${ofTemplate ?? ofModule}}'`,
    )
    .replace(
      TESTS,
      (_, ofTemplate: string | undefined, ofModule: string) =>
        `false || $origin == "\${${ofTemplate ?? ofModule}}"`,
    );
}
