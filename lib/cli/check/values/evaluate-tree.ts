import type { Block, Body } from '../hcl/expression.js';
import type { TerraformTree } from '../tree/read-tree.js';
import type { ModuleCall, Resource } from '../tree/terraform-module.js';
import { Evaluator } from './evaluator.js';
import { listKeys } from './list-keys.js';
import { objectOf, type Names } from './names.js';
import { entriesOf } from './read-entries.js';
import type { Key, ModuleInstance } from './module-instance.js';
import { unknown, type TemplateSource, type Value } from './value.js';

/** A resource that Terraform makes. */
export interface ResourceInstance {
  readonly instance: ModuleInstance;
  readonly resource: Resource;
  /** Absent: the resource has neither `for_each` nor `count`. */
  readonly key?: Key;
  readonly body: EvaluatedBody;
}

export interface EvaluatedBody {
  readonly attributes: ReadonlyMap<string, Value>;
  readonly blocks: readonly EvaluatedBlock[];
}

/** A block, or one that a `dynamic` makes. */
export interface EvaluatedBlock {
  readonly type: string;
  readonly body: EvaluatedBody;
  /** Whether a `dynamic` makes it is not known. */
  readonly isOptional: boolean;
}

/** A call of a module that is not in the tree. */
export interface ForeignCall {
  readonly instance: ModuleInstance;
  readonly call: ModuleCall;
  readonly body: EvaluatedBody;
}

/** All that a tree configures, as far as it can be followed. */
export interface EvaluatedTree {
  readonly resources: readonly ResourceInstance[];
  readonly sources: readonly TemplateSource[];
  readonly instances: readonly ModuleInstance[];
  readonly foreignCalls: readonly ForeignCall[];
  readonly evaluator: Evaluator;
}

/** Follows every value of a tree, from its root modules. */
export function evaluateTree({ modules, roots }: TerraformTree): EvaluatedTree {
  const evaluator = new Evaluator(modules);
  const resources: ResourceInstance[] = [];
  const instances: ModuleInstance[] = [];
  const foreignCalls: ForeignCall[] = [];
  const visit = (instance: ModuleInstance): void => {
    instances.push(instance);
    const { module } = instance;
    for (const local of module.locals.values()) evaluator.readAttribute(local, instance, 'local');
    for (const output of module.outputs.values()) evaluator.readAttribute(output, instance, 'output');
    for (const resource of module.resources.values()) {
      for (const { key, names } of listKeys(evaluator, resource.body, instance, resource.address)) {
        const body = evaluator.within(resource.address, instance, () =>
          evaluateBody(resource.body, instance, evaluator, names),
        );
        resources.push({ instance, resource, body, ...(key === undefined ? {} : { key }) });
      }
    }
    for (const call of module.calls.values()) {
      for (const { key, names } of listKeys(evaluator, call.body, instance, `module.${call.name}`)) {
        const body = evaluator.within(`module.${call.name}`, instance, () =>
          evaluateBody(call.body, instance, evaluator, names),
        );
        const entered = evaluator.enter(instance, call.name, key);
        if (entered) visit(entered);
        else foreignCalls.push({ instance, call, body });
      }
    }
  };
  for (const module of roots) visit({ module, root: module.dir, address: '' });
  return { resources, sources: evaluator.sources, instances, foreignCalls, evaluator };
}

function evaluateBody(
  { attributes, blocks }: Body,
  instance: ModuleInstance,
  evaluator: Evaluator,
  names: Names,
): EvaluatedBody {
  return {
    attributes: new Map(
      [...attributes].map(([name, { value }]) => [name, evaluator.evaluate(value, instance, names)]),
    ),
    blocks: blocks.flatMap((block) =>
      block.type === 'dynamic'
        ? expandDynamic(block, instance, evaluator, names)
        : [
            {
              type: block.type,
              body: evaluateBody(block.body, instance, evaluator, names),
              isOptional: false,
            },
          ],
    ),
  };
}

/** `dynamic "cors_configuration" { for_each = … content { … } }` */
function expandDynamic(
  { labels: [type = ''], body }: Block,
  instance: ModuleInstance,
  evaluator: Evaluator,
  names: Names,
): readonly EvaluatedBlock[] {
  const forEach = body.attributes.get('for_each');
  const content = body.blocks.find((block) => block.type === 'content');
  if (!forEach || !content) return [];
  const iterator = body.attributes.get('iterator')?.value;
  const name = iterator?.kind === 'variable' ? iterator.name : type;
  const given = evaluator.evaluate(forEach.value, instance, names);
  const options = given.kind === 'choice' ? given.options : [given];
  const lists = options.map((one) => entriesOf(evaluator, one));
  const { at } = forEach;
  const anyEntry: readonly (readonly [Value, Value])[] = [
    [unknown(at, 'the key is not known'), unknown(at, 'the value is not known', [given])],
  ];
  const entries = lists.flatMap((list) => list ?? anyEntry);
  const isOptional = lists.some((list) => list === undefined || list.length === 0);
  return entries.map(([key, value]) => ({
    type,
    body: evaluateBody(
      content.body,
      instance,
      evaluator,
      new Map([...names, [name, objectOf({ key, value }, at)]]),
    ),
    isOptional,
  }));
}
