import type { Declaration } from '../../decorators/decorator-metadata.js';
import type { FaultPlace, OptionFault } from '../../options/option-fault.js';

/** A declaration of a decorator, or a default of the module read as one. */
export interface Given extends Declaration {
  /** Its name in messages. Absent: the decorator. */
  readonly owner?: string;
}

export function ownerOf({ decorator, owner = `\`@${decorator}\`` }: Given): string {
  return owner;
}

/** A declaration and its faults. */
export interface Read<Value> {
  /** Absent: the declaration turns the setting off, or its options have faults. */
  readonly value?: Value;
  readonly faults: readonly OptionFault[];
}

export type ReadGiven<Value> = (given: Given, at: FaultPlace) => Read<Value>;
