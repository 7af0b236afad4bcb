import { Document, visit } from 'yaml';
import { escapeNonAscii, isComposable } from '../../openapi/escape-composable.js';

/** A value that a template puts into a quoted string is as safe as in JSON. */
const IS_TEMPLATE = /[$%]\{/;

/** A block scalar loses blanks at its edges, and readers differ in what ends a line. */
const HAS_SPACES = /^\s[^]*\n|[ \t]\n|\n[^]*[ \t]$|[\r\u0085\u2028\u2029]/;

/**
 * YAML that every reader reads as the same value: API Gateway and Terraform read YAML 1.1, where `yes`, `on`, `0777` and
 * `12:30` are not strings.
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
    // Line breaks stay escaped: in a folded string the value of a placeholder would be folded too.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return composable
    ? escapeNonAscii(text, (codePoint) => `\\U${codePoint.toString(16).padStart(8, '0')}`)
    : text;
}
