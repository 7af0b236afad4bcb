import type { ModuleInstance } from './module-instance.js';
import type { DocumentValue, ModuleValue, Placed, ResourceValue, Unknown, Value } from './value.js';

/** Everything that a value is made of, itself included. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return [value, ...value.parts.flatMap(partsOf)];
    case 'choice':
      return [value, ...value.options.flatMap(partsOf)];
    case 'object':
      return [
        value,
        ...[...value.members.values()].flatMap((member) => partsOf(member.value)),
        ...partsOfOpen(value.open),
      ];
    case 'list':
      return [value, ...value.items.flatMap(partsOf), ...partsOfOpen(value.open)];
    case 'unknown':
      return [value, ...value.from.flatMap(partsOf)];
    default:
      return [value];
  }
}

function partsOfOpen(open: readonly Placed<Unknown>[]): readonly Value[] {
  return open.flatMap(partsOf);
}

export function resourcesIn(value: Value): readonly Placed<ResourceValue>[] {
  return partsOf(value).filter((part) => part.kind === 'resource');
}

export function documentsIn(value: Value): readonly Placed<DocumentValue>[] {
  return partsOf(value).filter((part) => part.kind === 'document');
}

function modulesIn(value: Value): readonly Placed<ModuleValue>[] {
  return partsOf(value).filter((part) => part.kind === 'module');
}

/** Why a value is not known, in words. Absent: it is known. */
export function reasonOf(value: Value): string | undefined {
  const parts = partsOf(value).filter((part) => part.kind === 'unknown');
  // The innermost reason is that of the author.
  return parts.at(-1)?.why;
}

/** Something that Terraform makes, by which two values are compared. */
export interface Identified {
  readonly instance: ModuleInstance;
  readonly address: string;
  readonly key?: ResourceValue['key'];
}

/** The resources and module calls that a value comes from. */
export function identitiesIn(value: Value): readonly Identified[] {
  return [
    ...resourcesIn(value).map(({ instance, resource, key }) => ({
      instance,
      address: resource.address,
      ...(key === undefined ? {} : { key }),
    })),
    ...modulesIn(value).map(({ instance, name, key }) => ({
      instance,
      address: `module.${name}`,
      ...(key === undefined ? {} : { key }),
    })),
  ];
}

/** Whether two are the same, or may be: a key that is not known stands for any. */
export function isSame(one: Identified, other: Identified): boolean {
  return (
    one.instance.root === other.instance.root &&
    one.instance.address === other.instance.address &&
    one.address === other.address &&
    (isAny(one.key) || isAny(other.key) || JSON.stringify(one.key) === JSON.stringify(other.key))
  );
}

function isAny(key: Identified['key']): boolean {
  return key === undefined || key === 'unknown';
}
