import { resolve } from 'node:path';
import type { Attribute, Body, Expression, ForExpression, HclPlace } from '../hcl/expression.js';
import type { Resource, TerraformModule } from '../tree/terraform-module.js';
import { callFunction, fillTemplate, sortMembers, uniteObjects } from './call-function.js';
import { evaluateOperation } from './evaluate-operation.js';
import type { Key, ModuleInstance } from './module-instance.js';
import { joinText, toKey } from './read-value.js';
import { unknown, type Member, type TemplateSource, type Placed, type Unknown, type Value } from './value.js';

/** Names that stand for a value within an expression: those of a `for`, `each` and `count`. */
export type Names = ReadonlyMap<string, Value>;

const NONE: Names = new Map();

/** More entries than these are not listed one by one. */
const MOST = 2000;

/** Follows values through a tree: locals, variables, outputs, and what is made of them. Nothing is guessed. */
export class Evaluator {
  /** Every call that reads a file, in the order in which they were met. */
  readonly sources: TemplateSource[] = [];
  private readonly done = new Map<string, Value>();
  private readonly running = new Set<string>();
  private owner = '';
  private readonly instances = new Map<string, ModuleInstance>();

  constructor(private readonly modules: ReadonlyMap<string, TerraformModule>) {}

  /** The value of an expression. */
  evaluate(expression: Expression, instance: ModuleInstance, names: Names = NONE): Value {
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
        return this.readReference(expression, instance, names);
      case 'splat':
        return this.readSplat(read(expression.of), expression.path, at);
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
        return this.readFor(expression, at, instance, names);
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
  readAttribute(attribute: Attribute, instance: ModuleInstance, owner: string, names: Names = NONE): Value {
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

  /** The instances of a resource or a call, by `for_each` or `count`. One without a key: it has neither. */
  listKeys(
    body: Body,
    instance: ModuleInstance,
    owner: string,
  ): readonly { readonly key?: Key; readonly names: Names }[] {
    const forEach = body.attributes.get('for_each');
    const count = body.attributes.get('count');
    if (forEach) {
      const given = this.readAttribute(forEach, instance, owner);
      const { at } = forEach;
      const open = [
        {
          key: 'unknown' as const,
          names: eachOf(
            unknown(at, 'the key is not known'),
            unknown(at, `the value of ${describe(given)} is not known`, [given]),
            at,
          ),
        },
      ];
      if (given.kind === 'object') {
        return [
          ...[...given.members].map(([key, { value }]) => ({
            key: { known: key },
            names: eachOf({ kind: 'known' as const, value: key, at }, value, at),
          })),
          ...(given.open.length > 0 ? open : []),
        ];
      }
      if (given.kind === 'list') {
        return [
          ...given.items.map((item) => ({
            key: item.kind === 'known' ? toKey(item) : ('unknown' as const),
            names: eachOf(item, item, at),
          })),
          ...(given.open.length > 0 ? open : []),
        ];
      }
      const keys = this.keysOf(given);
      if (keys) {
        return keys.map((key) => ({
          key,
          names: eachOf(
            key === 'unknown' ? unknown(at, 'the key is not known') : { kind: 'known', value: key.known, at },
            this.index(given, key, at),
            at,
          ),
        }));
      }
      return open;
    }
    if (count) {
      const given = this.readAttribute(count, instance, owner);
      const { at } = count;
      if (given.kind === 'known' && Number(given.value) <= MOST) {
        return Array.from({ length: Number(given.value) }, (_, index) => ({
          key: { known: index },
          names: countOf({ kind: 'known', value: index, at }, at),
        }));
      }
      return [{ key: 'unknown', names: countOf(unknown(at, 'the number is not known'), at) }];
    }
    return [{ names: NONE }];
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

  private addSource(
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
      } else open.push(unknown(key.at, `the key ${describe(name)} is not known`, [name, read(value)]));
    }
    return { kind: 'object', members, open, at };
  }

  private readFor(
    { keyName, valueName, collection, key, value, condition }: ForExpression,
    at: HclPlace,
    instance: ModuleInstance,
    names: Names,
  ): Value {
    const given = this.evaluate(collection, instance, names);
    const entries = this.entriesOf(given);
    const bind = (name: Value, item: Value): Names =>
      new Map([...names, ...(keyName === undefined ? [] : [[keyName, name] as const]), [valueName, item]]);
    if (!entries || entries.length > MOST) {
      const inner = bind(
        unknown(at, 'the key is not known'),
        unknown(collection.at, `the content of ${describe(given)} is not known`, [given]),
      );
      const made = [...(key ? [key] : []), value].map((one) => this.evaluate(one, instance, inner));
      const rest = unknown(collection.at, `the content of ${describe(given)} is not known`, [given, ...made]);
      return key
        ? { kind: 'object', members: new Map(), open: [rest], at }
        : { kind: 'list', items: [], open: [rest], at };
    }
    const members = new Map<string, Member>();
    const items: Value[] = [];
    const open: Placed<Unknown>[] = given.kind === 'object' || given.kind === 'list' ? [...given.open] : [];
    for (const [name, item] of entries) {
      const inner = bind(name, item);
      const isIn = condition && this.evaluate(condition, instance, inner);
      if (isIn?.kind === 'known' && isIn.value !== true) continue;
      const made = this.evaluate(value, instance, inner);
      if (isIn && isIn.kind !== 'known') {
        open.push(unknown(condition.at, `whether ${describe(name)} is included is not known`, [made]));
        continue;
      }
      if (!key) {
        items.push(made);
        continue;
      }
      const keyed = this.evaluate(key, instance, inner);
      if (keyed.kind === 'known')
        members.set(String(keyed.value), { value: made, at: key.at, isWritten: false });
      else open.push(unknown(key.at, `the key ${describe(keyed)} is not known`, [keyed, made]));
    }
    return key ? { kind: 'object', members, open, at } : { kind: 'list', items, open, at };
  }

  /** What a `for` goes through. Absent: it is not known. */
  entriesOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
    const { at } = value;
    if (value.kind === 'object') {
      return sortMembers(value).map(([key, member]) => [{ kind: 'known', value: key, at }, member.value]);
    }
    if (value.kind === 'list') {
      return value.items.map((item, index) => [{ kind: 'known', value: index, at }, item]);
    }
    return this.keysOf(value)?.map((key) => [
      key === 'unknown' ? unknown(at, 'the key is not known') : { kind: 'known', value: key.known, at },
      this.index(value, key, at),
    ]);
  }

  /** The keys of a resource or a module call with several instances. Absent: it has one, or they are not known. */
  private keysOf(value: Value): readonly Key[] | undefined {
    if (value.kind === 'resource' && value.key === undefined && value.path.length === 0) {
      const { resource, instance } = value;
      const keys = this.listKeys(resource.body, instance, resource.address).map(({ key }) => key);
      return keys.every((key) => key !== undefined && key !== 'unknown') ? (keys as Key[]) : undefined;
    }
    if (value.kind === 'module' && value.key === undefined) {
      const call = value.instance.module.calls.get(value.name)!;
      const keys = this.listKeys(call.body, value.instance, `module.${value.name}`).map(({ key }) => key);
      return keys.every((key) => key !== undefined && key !== 'unknown') ? (keys as Key[]) : undefined;
    }
    return undefined;
  }

  private readReference(
    expression: Extract<Expression, { kind: 'attribute' | 'index' }>,
    instance: ModuleInstance,
    names: Names,
  ): Value {
    if (
      expression.kind === 'attribute' &&
      expression.of.kind === 'variable' &&
      !names.has(expression.of.name)
    ) {
      return this.readRoot(expression.of.name, expression.name, instance, expression.at);
    }
    // `data.aws_region.current` has a root of three words.
    if (
      expression.kind === 'attribute' &&
      expression.of.kind === 'attribute' &&
      expression.of.of.kind === 'variable' &&
      expression.of.of.name === 'data' &&
      !names.has('data')
    ) {
      return this.readResource(`data.${expression.of.name}.${expression.name}`, instance, expression.at);
    }
    const of = this.evaluate(expression.of, instance, names);
    if (expression.kind === 'attribute') return this.member(of, expression.name, expression.at);
    const key = this.evaluate(expression.key, instance, names);
    return this.index(of, toKey(key), expression.at);
  }

  private readRoot(root: string, name: string, instance: ModuleInstance, at: HclPlace): Value {
    const { module } = instance;
    switch (root) {
      case 'local': {
        const local = module.locals.get(name);
        if (!local) return unknown(at, `\`local.${name}\` does not exist`);
        return this.readAttribute(local, instance, 'local');
      }
      case 'var':
        return this.readVariable(name, instance, at);
      case 'module':
        if (!module.calls.has(name)) return unknown(at, `\`module.${name}\` does not exist`);
        return { kind: 'module', instance, name, at };
      case 'path':
        if (name === 'module') return { kind: 'known', value: module.dir, at };
        if (name === 'root' || name === 'cwd') return { kind: 'known', value: instance.root, at };
        return unknown(at, `\`path.${name}\` is not known`);
      case 'data':
      case 'each':
      case 'count':
      case 'self':
      case 'terraform':
        return unknown(at, `\`${root}.${name}\` is not known`);
      default:
        return this.readResource(`${root}.${name}`, instance, at);
    }
  }

  private readResource(address: string, instance: ModuleInstance, at: HclPlace): Value {
    const resource: Resource | undefined = instance.module.resources.get(address);
    if (!resource) return unknown(at, `\`${address}\` does not exist in the same module`);
    return { kind: 'resource', instance, resource, path: [], at };
  }

  private readVariable(name: string, instance: ModuleInstance, at: HclPlace): Value {
    const { module, caller, call, key } = instance;
    const variable = module.variables.get(name);
    if (caller && call) {
      const given = call.body.attributes.get(name);
      if (given) {
        const owner = `module.${call.name}`;
        const entry = this.listKeys(call.body, caller, owner).find(
          (one) => JSON.stringify(one.key) === JSON.stringify(key),
        );
        return this.readAttribute(given, caller, `${owner}[${JSON.stringify(key)}]`, entry?.names ?? NONE);
      }
      if (variable?.default) return this.evaluate(variable.default, instance);
      return unknown(at, `\`var.${name}\` has no value`);
    }
    const set = module.values.get(name);
    if (set) return this.evaluate(set.value, instance);
    return unknown(
      at,
      `\`var.${name}\` is set outside of the configuration`,
      variable?.default ? [this.evaluate(variable.default, instance)] : [],
    );
  }

  /** `value.name` */
  private member(of: Value, name: string, at: HclPlace): Value {
    switch (of.kind) {
      case 'object': {
        const member = of.members.get(name);
        if (member) return member.value;
        if (of.open.length > 0) return unknown(at, of.open[0]!.why, of.open);
        return { ...unknown(at, `there is no \`${name}\``), isMissing: true };
      }
      case 'resource':
        if (of.resource.address.startsWith('data.template_file.') && name === 'rendered') {
          return this.readTemplate(of, at);
        }
        return { ...of, path: [...of.path, name], at };
      case 'document':
        return { ...of, path: [...of.path, name], at };
      case 'choice':
        return { kind: 'choice', options: of.options.map((one) => this.member(one, name, at)), at };
      case 'module':
        return this.readOutput(of, name, at);
      default:
        return unknown(at, `\`${name}\` of ${describe(of)} is not known`, [of]);
    }
  }

  /** `data.template_file.api.rendered`, as `templatefile` of the same file. */
  private readTemplate({ instance, resource }: Extract<Value, { kind: 'resource' }>, at: HclPlace): Value {
    const read = (name: string): Value | undefined => {
      const attribute = resource.body.attributes.get(name);
      return attribute && this.readAttribute(attribute, instance, resource.address);
    };
    return fillTemplate([read('template'), read('vars')], at, (call, [path, values]) =>
      this.within(resource.address, instance, () => this.addSource(call, at, instance, path, values)),
    );
  }

  private readOutput(of: Extract<Value, { kind: 'module' }>, name: string, at: HclPlace): Value {
    const call = of.instance.module.calls.get(of.name)!;
    const entered = this.enter(of.instance, of.name, of.key);
    if (!entered) {
      const source = call.source === undefined ? '' : ` (\`${call.source}\`)`;
      return unknown(at, `\`module.${of.name}\`${source} is not in this tree`, [of]);
    }
    const output = entered.module.outputs.get(name);
    if (!output) return unknown(at, `\`module.${of.name}\` has no output \`${name}\``);
    return this.readAttribute(output, entered, 'output');
  }

  /** `value[key]` */
  private index(of: Value, key: Key, at: HclPlace): Value {
    if (of.kind === 'choice') {
      return { kind: 'choice', options: of.options.map((one) => this.index(one, key, at)), at };
    }
    if (of.kind === 'resource' && of.path.length === 0 && of.key === undefined) return { ...of, key, at };
    if (of.kind === 'module') return { ...of, key, at };
    if (key === 'unknown') {
      if (of.kind === 'object' || of.kind === 'list') {
        const all = of.kind === 'list' ? of.items : [...of.members.values()].map(({ value }) => value);
        return { kind: 'choice', options: [...all, ...of.open.map((one) => ({ ...one, at }))], at };
      }
      return unknown(at, `the key in ${describe(of)} is not known`, [of]);
    }
    if (of.kind === 'list' && typeof key.known === 'number') {
      return of.items[key.known] ?? unknown(at, `the list has no item ${key.known}`, of.open);
    }
    return this.member(of, String(key.known), at);
  }

  private readSplat(of: Value, path: readonly string[], at: HclPlace): Value {
    const items = (this.entriesOf(of)?.map(([, item]) => item) ?? [of]).map((item) =>
      path.reduce((value, name) => this.member(value, name, at), item),
    );
    return { kind: 'list', items, open: of.kind === 'list' ? of.open : [], at };
  }
}

function eachOf(key: Value, value: Value, at: HclPlace): Names {
  return new Map([['each', objectOf({ key, value }, at)]]);
}

function countOf(index: Value, at: HclPlace): Names {
  return new Map([['count', objectOf({ index }, at)]]);
}

export function objectOf(values: Readonly<Record<string, Value>>, at: HclPlace): Value {
  const members = new Map(
    Object.entries(values).map(([name, value]) => [name, { value, at, isWritten: false }]),
  );
  return { kind: 'object', members, open: [], at };
}

function depthOf(instance: ModuleInstance): number {
  return instance.caller ? depthOf(instance.caller) + 1 : 0;
}

/** A value in words, for the reason of another. */
function describe(value: Value): string {
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
