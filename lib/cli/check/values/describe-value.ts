import type { Value } from './value.js';

/** A value in words, for the reason of another. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case 'known':
      return `\`${String(value.value)}\``;
    case 'resource':
      return `\`${[value.resource.address, ...value.path].join('.')}\``;
    case 'unknown':
      return value.why.startsWith('`') ? value.why.slice(0, value.why.indexOf('`', 1) + 1) : 'it';
    default:
      return 'it';
  }
}
