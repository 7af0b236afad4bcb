import type { Attribute, Expression, HclPlace } from '../hcl/expression.js';
import type { Key, ModuleInstance } from './module-instance.js';
import type { Names } from './names.js';
import type { TemplateSource, Value } from './value.js';

/** What reads the values of one kind needs of what evaluates them all. */
export interface Evaluation {
  /** The value of an expression. */
  evaluate(expression: Expression, instance: ModuleInstance, names?: Names): Value;
  /** An attribute of a resource or a module call, once. */
  readAttribute(attribute: Attribute, instance: ModuleInstance, owner: string, names?: Names): Value;
  /** Runs what evaluates a part of the configuration, which is then the owner of the calls that it meets. */
  within<Result>(owner: string, instance: ModuleInstance, action: () => Result): Result;
  /** The module behind a call, for one key. Absent: it is not in the tree. */
  enter(caller: ModuleInstance, name: string, key?: Key): ModuleInstance | undefined;
  /** Notes a call that reads a file. */
  addSource(
    call: TemplateSource['call'],
    at: HclPlace,
    instance: ModuleInstance,
    path: Value | undefined,
    values: Value | undefined,
  ): Value;
}
