import { Document, visit } from 'yaml';
import { escapeNonAscii, isComposable } from './escape-composable.js';

/** What a template puts into a quoted string can break out of it no more easily than out of JSON's. */
const IS_TEMPLATE = /[$%]\{/;

/** A block of lines loses blanks at its edges, and readers differ in what ends a line. */
const HAS_SPACES = /^\s[^]*\n|[ \t]\n|\n[^]*[ \t]$|[\r\u0085\u2028\u2029]/;

/**
 * YAML that every reader takes for the same value: API Gateway's and Terraform's know YAML 1.1, where `yes`, `on`,
 * `0777` and `12:30` are no strings.
 */
export function formatYaml(value: unknown): string {
  const document = new Document(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  const composable = isComposable(JSON.stringify(value));
  visit(document, {
    Scalar(_, scalar) {
      if (
        typeof scalar.value === 'string' &&
        (IS_TEMPLATE.test(scalar.value) ||
          (composable && /[^\0-\x7f]/.test(scalar.value)) ||
          HAS_SPACES.test(scalar.value))
      ) {
        scalar.type = 'QUOTE_DOUBLE';
      }
    },
  });
  const text = document.toString({
    lineWidth: 0,
    // Line breaks stay escaped: a template's value in a folded string would be folded too.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return composable
    ? escapeNonAscii(text, (codePoint) => `\\U${codePoint.toString(16).padStart(8, '0')}`)
    : text;
}
