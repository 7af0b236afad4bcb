import type { HclPlace } from '../hcl/expression.js';
import { fillTemplate } from './call-function.js';
import { describeValue } from './describe-value.js';
import type { Evaluation } from './evaluation.js';
import type { Key } from './module-instance.js';
import { unknown, type Value } from './value.js';

/** `value.name` */
export function readMember(evaluation: Evaluation, of: Value, name: string, at: HclPlace): Value {
  switch (of.kind) {
    case 'object': {
      const member = of.members.get(name);
      if (member) return member.value;
      if (of.open.length > 0) return unknown(at, of.open[0]!.why, of.open);
      return { ...unknown(at, `there is no \`${name}\``), isMissing: true };
    }
    case 'resource':
      if (of.resource.address.startsWith('data.template_file.') && name === 'rendered') {
        return readTemplate(evaluation, of, at);
      }
      return { ...of, path: [...of.path, name], at };
    case 'document':
      return { ...of, path: [...of.path, name], at };
    case 'choice':
      return { kind: 'choice', options: of.options.map((one) => readMember(evaluation, one, name, at)), at };
    case 'module':
      return readOutput(evaluation, of, name, at);
    default:
      return unknown(at, `\`${name}\` of ${describeValue(of)} is not known`, [of]);
  }
}

/** `value[key]` */
export function readItem(evaluation: Evaluation, of: Value, key: Key, at: HclPlace): Value {
  if (of.kind === 'choice') {
    return { kind: 'choice', options: of.options.map((one) => readItem(evaluation, one, key, at)), at };
  }
  if (of.kind === 'resource' && of.path.length === 0 && of.key === undefined) return { ...of, key, at };
  if (of.kind === 'module') return { ...of, key, at };
  if (key === 'unknown') {
    if (of.kind === 'object' || of.kind === 'list') {
      const all = of.kind === 'list' ? of.items : [...of.members.values()].map(({ value }) => value);
      return { kind: 'choice', options: [...all, ...of.open.map((one) => ({ ...one, at }))], at };
    }
    return unknown(at, `the key in ${describeValue(of)} is not known`, [of]);
  }
  if (of.kind === 'list' && typeof key.known === 'number') {
    return of.items[key.known] ?? unknown(at, `the list has no item ${key.known}`, of.open);
  }
  return readMember(evaluation, of, String(key.known), at);
}

/** `data.template_file.api.rendered`, as `templatefile` of the same file. */
function readTemplate(
  evaluation: Evaluation,
  { instance, resource }: Extract<Value, { kind: 'resource' }>,
  at: HclPlace,
): Value {
  const read = (name: string): Value | undefined => {
    const attribute = resource.body.attributes.get(name);
    return attribute && evaluation.readAttribute(attribute, instance, resource.address);
  };
  return fillTemplate([read('template'), read('vars')], at, (call, [path, values]) =>
    evaluation.within(resource.address, instance, () =>
      evaluation.addSource(call, at, instance, path, values),
    ),
  );
}

function readOutput(
  evaluation: Evaluation,
  of: Extract<Value, { kind: 'module' }>,
  name: string,
  at: HclPlace,
): Value {
  const call = of.instance.module.calls.get(of.name)!;
  const entered = evaluation.enter(of.instance, of.name, of.key);
  if (!entered) {
    const source = call.source === undefined ? '' : ` (\`${call.source}\`)`;
    return unknown(at, `\`module.${of.name}\`${source} is not in this tree`, [of]);
  }
  const output = entered.module.outputs.get(name);
  if (!output) return unknown(at, `\`module.${of.name}\` has no output \`${name}\``);
  return evaluation.readAttribute(output, entered, 'output');
}
