import { resolve } from 'node:path';
import type { Attribute, Expression, HclPlace } from '../hcl/expression.js';
import type { TerraformModule } from '../tree/terraform-module.js';
import { callFunction, uniteObjects } from './call-function.js';
import { describeValue } from './describe-value.js';
import { evaluateOperation } from './evaluate-operation.js';
import type { Evaluation } from './evaluation.js';
import type { Key, ModuleInstance } from './module-instance.js';
import { NO_NAMES, type Names } from './names.js';
import { readFor, readSplat } from './read-entries.js';
import { readReference } from './read-reference.js';
import { joinText } from './read-value.js';
import { unknown, type Member, type Placed, type TemplateSource, type Unknown, type Value } from './value.js';

/** Follows values through a tree: locals, variables, outputs, and what is made of them. Nothing is guessed. */
export class Evaluator implements Evaluation {
  /** Every call that reads a file, in the order in which they were met. */
  readonly sources: TemplateSource[] = [];
  private readonly done = new Map<string, Value>();
  private readonly running = new Set<string>();
  private owner = '';
  private readonly instances = new Map<string, ModuleInstance>();

  constructor(private readonly modules: ReadonlyMap<string, TerraformModule>) {}

  /** The value of an expression. */
  evaluate(expression: Expression, instance: ModuleInstance, names: Names = NO_NAMES): Value {
    const { at } = expression;
    const read = (one: Expression): Value => this.evaluate(one, instance, names);
    switch (expression.kind) {
      case 'literal':
        return { kind: 'known', value: expression.value, at };
      case 'template':
        return joinText(
          expression.parts.map((part) =>
            typeof part === 'string' ? { kind: 'known', value: part, at } : read(part),
          ),
          at,
        );
      case 'variable':
        return names.get(expression.name) ?? unknown(at, `\`${expression.name}\` is not known here`);
      case 'attribute':
      case 'index':
        return readReference(this, expression, instance, names);
      case 'splat':
        return readSplat(this, read(expression.of), expression.path, at);
      case 'call':
        return callFunction(expression, expression.args.map(read), {
          readFile: (call, [path, values]) => this.addSource(call, at, instance, path, values),
          root: instance.root,
          moduleDir: instance.module.dir,
        });
      case 'object':
        return this.readObject(expression.members, at, read);
      case 'list':
        return { kind: 'list', items: expression.items.map(read), open: [], at };
      case 'for':
        return readFor(this, expression, at, instance, names);
      case 'conditional': {
        const condition = read(expression.condition);
        if (condition.kind === 'known')
          return read(condition.value === true ? expression.yes : expression.no);
        return { kind: 'choice', options: [read(expression.yes), read(expression.no)], at };
      }
      case 'operation':
        return evaluateOperation(expression.operator, expression.operands.map(read), at);
    }
  }

  /** An attribute of a resource or a module call, once. */
  readAttribute(
    attribute: Attribute,
    instance: ModuleInstance,
    owner: string,
    names: Names = NO_NAMES,
  ): Value {
    return this.once(`${instance.address} ${owner}.${attribute.name}`, instance, attribute.at, () =>
      this.within(
        owner === 'local' || owner === 'output' ? `${owner}.${attribute.name}` : owner,
        instance,
        () => this.evaluate(attribute.value, instance, names),
      ),
    );
  }

  /** Runs what evaluates a part of the configuration, which is then the owner of the calls that it meets. */
  within<Result>(owner: string, { address }: ModuleInstance, action: () => Result): Result {
    const outer = this.owner;
    this.owner = [address, owner].filter((part) => part !== '').join('.');
    try {
      return action();
    } finally {
      this.owner = outer;
    }
  }

  /** The module behind a call, for one key. Absent: it is not in the tree. */
  enter(caller: ModuleInstance, name: string, key?: Key): ModuleInstance | undefined {
    const call = caller.module.calls.get(name);
    const module = call?.dir === undefined ? undefined : this.modules.get(call.dir);
    if (!call || !module || depthOf(caller) > 20) return undefined;
    const suffix = key === undefined ? '' : `[${key === 'unknown' ? '*' : JSON.stringify(key.known)}]`;
    const address = `${caller.address === '' ? '' : `${caller.address}.`}module.${name}${suffix}`;
    const id = `${caller.root} ${address}`;
    const known = this.instances.get(id);
    if (known) return known;
    const entered = {
      module,
      root: caller.root,
      address,
      caller,
      call,
      ...(key === undefined ? {} : { key }),
    };
    this.instances.set(id, entered);
    return entered;
  }

  private once(key: string, { root }: ModuleInstance, at: HclPlace, action: () => Value): Value {
    const id = `${root} ${key}`;
    const known = this.done.get(id);
    if (known) return known;
    if (this.running.has(id)) return unknown(at, 'it refers to itself');
    this.running.add(id);
    const value = action();
    this.running.delete(id);
    this.done.set(id, value);
    return value;
  }

  addSource(
    call: TemplateSource['call'],
    at: HclPlace,
    instance: ModuleInstance,
    path: Value | undefined,
    values: Value | undefined,
  ): Value {
    const file =
      path?.kind === 'known' && typeof path.value === 'string'
        ? resolve(instance.root, path.value)
        : undefined;
    const source: TemplateSource = {
      call,
      at,
      instance,
      owner: this.owner,
      ...(file === undefined ? {} : { file }),
      ...(values ? { values: uniteObjects(values) } : {}),
    };
    this.sources.push(source);
    return { kind: 'document', source, path: [], at };
  }

  private readObject(
    given: Extract<Expression, { kind: 'object' }>['members'],
    at: HclPlace,
    read: (one: Expression) => Value,
  ): Value {
    const members = new Map<string, Member>();
    const open: Placed<Unknown>[] = [];
    for (const { key, value } of given) {
      const name = read(key);
      if (name.kind === 'known') {
        members.set(String(name.value), {
          value: read(value),
          at: key.at,
          isWritten: key.kind === 'literal',
        });
      } else open.push(unknown(key.at, `the key ${describeValue(name)} is not known`, [name, read(value)]));
    }
    return { kind: 'object', members, open, at };
  }
}

function depthOf(instance: ModuleInstance): number {
  return instance.caller ? depthOf(instance.caller) + 1 : 0;
}
