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
