import type { HclPlace } from '../hcl/expression.js';
import type { Resource } from '../tree/terraform-module.js';
import type { Key, ModuleInstance } from './module-instance.js';

/** Something with its place. */
export type Placed<Thing> = Thing & { readonly at: HclPlace };

/** What is known of a value before anything is applied. */
export type Value = { readonly at: HclPlace } & (
  | { readonly kind: 'known'; readonly value: string | number | boolean | null }
  /** Text of which parts are not known. */
  | { readonly kind: 'text'; readonly parts: readonly Value[] }
  | ObjectValue
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly open: readonly Placed<Unknown>[] }
  | ResourceValue
  /** A call of a module, before an output is read of it. */
  | ModuleValue
  /** The content of a file, or a part of what it holds. */
  | DocumentValue
  /** One of these. */
  | { readonly kind: 'choice'; readonly options: readonly Value[] }
  | Unknown
);

export interface ObjectValue {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, Member>;
  /** What may add members that are not known. */
  readonly open: readonly Placed<Unknown>[];
}

export interface Member {
  readonly value: Value;
  /** Of its key. */
  readonly at: HclPlace;
  /** Its key is written there, not made by a `for`. */
  readonly isWritten: boolean;
}

/** A resource, or an attribute of it. */
export interface ResourceValue {
  readonly kind: 'resource';
  readonly instance: ModuleInstance;
  readonly resource: Resource;
  /** Absent: all of its instances. */
  readonly key?: Key;
  readonly path: readonly string[];
}

export interface ModuleValue {
  readonly kind: 'module';
  readonly instance: ModuleInstance;
  readonly name: string;
  readonly key?: Key;
}

export interface DocumentValue {
  readonly kind: 'document';
  readonly source: TemplateSource;
  readonly path: readonly string[];
}

export interface Unknown {
  readonly kind: 'unknown';
  /** Why, in words: "`var.x` is set outside of the configuration". */
  readonly why: string;
  /** What it is made of. */
  readonly from: readonly Value[];
  /** A member that its object does not have: for `try` an error, with an optional member of a type null. */
  readonly isMissing?: true;
}

export function unknown(at: HclPlace, why: string, from: readonly Value[] = []): Placed<Unknown> {
  return { kind: 'unknown', at, why, from };
}

/** A call that reads a file. */
export interface TemplateSource {
  /** `file` fills in nothing. */
  readonly call: 'templatefile' | 'file';
  readonly at: HclPlace;
  readonly instance: ModuleInstance;
  /** The address of what makes the call: `local.document`. */
  readonly owner: string;
  /** Absolute. Absent: the path is not known. */
  readonly file?: string;
  /** The values. Absent: `file` has none. */
  readonly values?: Value;
}
