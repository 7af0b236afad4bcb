import type { TreeWriter } from './deploy-tree.js';

/**
 * Writes for Terraform's `templatefile`: placeholders are its interpolations, and every other `${` or `%{` comes out
 * of it as it stands.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export const TERRAFORM: TreeWriter = {
  text: (text) => (text.includes('{') ? text.replace(/([$%])\{/g, '$1$1{') : text),
  // `$${name}` would be an escaped `${name}`: a directive between the two keeps them apart.
  placeholder: (name, before) => (before.endsWith('$') ? `%{ if true }\${${name}}%{ endif }` : `\${${name}}`),
};

/** Fills the placeholders that `values` knows, and leaves the others to `writer`. */
export function fillFrom(values: ReadonlyMap<string, string>, writer: TreeWriter): TreeWriter {
  return {
    text: writer.text,
    placeholder: (name, before) => {
      const value = values.get(name);
      return value === undefined ? writer.placeholder(name, before) : writer.text(value);
    },
  };
}
