import type { Expression, HclPlace } from '../hcl/expression.js';
import type { Resource } from '../tree/terraform-module.js';
import type { Evaluation } from './evaluation.js';
import { listKeys } from './list-keys.js';
import type { ModuleInstance } from './module-instance.js';
import { NO_NAMES, type Names } from './names.js';
import { readItem, readMember } from './read-member.js';
import { toKey } from './read-value.js';
import { unknown, type Value } from './value.js';

export function readReference(
  evaluation: Evaluation,
  expression: Extract<Expression, { kind: 'attribute' | 'index' }>,
  instance: ModuleInstance,
  names: Names,
): Value {
  if (
    expression.kind === 'attribute' &&
    expression.of.kind === 'variable' &&
    !names.has(expression.of.name)
  ) {
    return readRoot(evaluation, expression.of.name, expression.name, instance, expression.at);
  }
  // `data.aws_region.current` has a root of three words.
  if (
    expression.kind === 'attribute' &&
    expression.of.kind === 'attribute' &&
    expression.of.of.kind === 'variable' &&
    expression.of.of.name === 'data' &&
    !names.has('data')
  ) {
    return readResource(`data.${expression.of.name}.${expression.name}`, instance, expression.at);
  }
  const of = evaluation.evaluate(expression.of, instance, names);
  if (expression.kind === 'attribute') return readMember(evaluation, of, expression.name, expression.at);
  const key = evaluation.evaluate(expression.key, instance, names);
  return readItem(evaluation, of, toKey(key), expression.at);
}

function readRoot(
  evaluation: Evaluation,
  root: string,
  name: string,
  instance: ModuleInstance,
  at: HclPlace,
): Value {
  const { module } = instance;
  switch (root) {
    case 'local': {
      const local = module.locals.get(name);
      if (!local) return unknown(at, `\`local.${name}\` does not exist`);
      return evaluation.readAttribute(local, instance, 'local');
    }
    case 'var':
      return readVariable(evaluation, name, instance, at);
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
      return readResource(`${root}.${name}`, instance, at);
  }
}

function readResource(address: string, instance: ModuleInstance, at: HclPlace): Value {
  const resource: Resource | undefined = instance.module.resources.get(address);
  if (!resource) return unknown(at, `\`${address}\` does not exist in the same module`);
  return { kind: 'resource', instance, resource, path: [], at };
}

function readVariable(evaluation: Evaluation, name: string, instance: ModuleInstance, at: HclPlace): Value {
  const { module, caller, call, key } = instance;
  const variable = module.variables.get(name);
  if (caller && call) {
    const given = call.body.attributes.get(name);
    if (given) {
      const owner = `module.${call.name}`;
      const entry = listKeys(evaluation, call.body, caller, owner).find(
        (one) => JSON.stringify(one.key) === JSON.stringify(key),
      );
      return evaluation.readAttribute(
        given,
        caller,
        `${owner}[${JSON.stringify(key)}]`,
        entry?.names ?? NO_NAMES,
      );
    }
    if (variable?.default) return evaluation.evaluate(variable.default, instance);
    return unknown(at, `\`var.${name}\` has no value`);
  }
  const set = module.values.get(name);
  if (set) return evaluation.evaluate(set.value, instance);
  return unknown(
    at,
    `\`var.${name}\` is set outside of the configuration`,
    variable?.default ? [evaluation.evaluate(variable.default, instance)] : [],
  );
}
