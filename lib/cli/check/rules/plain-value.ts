import { hclString } from '../../../backends/terraform/format-hcl.js';
import type { Value } from '../values/value.js';

/** A value that is written down in the configuration. */
export type Plain = string | number | boolean | readonly string[];

/** Absent: some of it is not known, or it is null. */
export function plainOf(value: Value): Plain | undefined {
  if (value.kind === 'known' && value.value !== null) return value.value;
  if (value.kind !== 'list' || value.open.length > 0) return undefined;
  const items = value.items.map((item) => (item.kind === 'known' ? String(item.value) : undefined));
  return items.every((item) => item !== undefined) ? items : undefined;
}

export function toHcl(value: Plain): string {
  return typeof value === 'object'
    ? `[${value.map(hclString).join(', ')}]`
    : typeof value === 'string'
      ? hclString(value)
      : String(value);
}
