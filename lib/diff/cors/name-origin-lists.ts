import type { OpenApiDocument } from '../../openapi/openapi.js';

/**
 * A document in which a list of origins is one origin with the name of its placeholder, wherever Terraform reads the list:
 * in `templatefile`, and in the generated module.
 */
export function nameOriginLists(document: OpenApiDocument): OpenApiDocument {
  const text = JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'string' ? nameLists(value) : value,
  );
  return JSON.parse(text) as OpenApiDocument;
}

/** The test of a template: whether the origin of the request is in the list. */
const TESTS =
  /false%\{ for origin in (\w+) \} \|\| (?:%\{ if [^}]*\}true%\{ else \})?\$origin == "\$\{origin\}"(?:%\{ endif \})?%\{ endfor \}|\$\{origin_test(?:_exact)?\.(\w+)\}/g;

/** The header of a gateway response: the only origin, or what stands for none and several. */
const ERROR = /^'?%\{ if length\((\w+)\).*%\{ endif \}'?$|^\$\{origin_error(?:_echo)?\.(\w+)\}$/;

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
