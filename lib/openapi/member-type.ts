import type { DataType } from './data-type.js';

/** The type of a member of the body, by the path that `fromBody` takes. */
export function memberType(type: DataType | undefined, path: string): DataType | undefined {
  const steps = path.slice(1).match(/[^.[\]]+/g) ?? [];
  return steps.reduce<DataType | undefined>((found, step) => {
    switch (found?.kind) {
      case 'object':
        return found.members.find(({ name }) => name === step)?.type;
      case 'list':
      case 'map':
        return found.items;
      case 'set':
        return { kind: found.of, nullable: false };
      // A member that the schema does not mention may hold anything.
      case 'unknown':
        return found;
      default:
        return undefined;
    }
  }, type);
}
