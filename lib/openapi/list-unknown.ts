import type { DataType } from './data-type.js';
import { limitMembers } from './limit-members.js';

/** Every part of a type that cannot be written, with the path of its member. */
export function* listUnknown(
  type: DataType,
  path = '',
): Generator<{ readonly path: string; readonly why: string }> {
  if (type.kind === 'unknown') yield { path, why: type.why };
  if (type.kind === 'list' || type.kind === 'map') yield* listUnknown(type.items, `${path}[]`);
  if (type.kind === 'object') {
    for (const { name, type: member } of limitMembers(type.members))
      yield* listUnknown(member, path ? `${path}.${name}` : name);
  }
}
