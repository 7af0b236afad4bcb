import type { TreeWriter } from './deploy-tree.js';
import { listItems, ORIGIN_DIRECTIVES } from './origin-directives.js';

/**
 * Writes for Terraform's `templatefile`: placeholders are its interpolations, and every other `${` or `%{` comes out
 * of it as it stands.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export const TERRAFORM: TreeWriter = {
  text: (text) => (text.includes('{') ? text.replace(/([$%])\{/g, '$1$1{') : text),
  // `$${name}` would be an escaped `${name}`: a directive between the two keeps them apart.
  placeholder: (name, before, within) => {
    const written = (within && ORIGIN_DIRECTIVES[within]?.(name)) ?? `\${${name}}`;
    return before.endsWith('$') ? `%{ if true }${written}%{ endif }` : written;
  },
  items: listItems,
};

/**
 * Writes for the `templatefile` of a generated module, which has the values of the placeholders once for each place:
 * escaped for the JSON of the document in `plain`, and also for the language within it in the others.
 */
export const TERRAFORM_MODULE: TreeWriter = {
  text: TERRAFORM.text,
  placeholder: (name, before, within) => TERRAFORM.placeholder(`${within ?? 'plain'}.${name}`, before),
  items: (name, within) => listItems(`${within}.${name}`),
};
