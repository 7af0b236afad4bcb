import type { HclPlace } from '../hcl/expression.js';
import type { Key } from './module-instance.js';
import type { Value } from './value.js';

/** The text of a known value. Absent: it is not known. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'known' && value.value !== null ? String(value.value) : undefined;
}

/** Joins the parts of a text. */
export function joinText(parts: readonly Value[], at: HclPlace): Value {
  const flat = parts.flatMap((part) => (part.kind === 'text' ? part.parts : [part]));
  const texts = flat.map(textOf);
  if (texts.every((text) => text !== undefined)) return { kind: 'known', value: texts.join(''), at };
  return { kind: 'text', parts: flat, at };
}

export function toKey(value: Value): Key {
  if (value.kind !== 'known' || value.value === null || typeof value.value === 'boolean') return 'unknown';
  return { known: value.value };
}
