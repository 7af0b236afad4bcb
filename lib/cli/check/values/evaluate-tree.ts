import type { Body } from '../hcl/expression.js';
import type { TerraformTree } from '../tree/read-tree.js';
import type { Resource } from '../tree/terraform-module.js';
import { Evaluator, type Names } from './evaluator.js';
import type { Key, ModuleInstance } from './module-instance.js';
import type { TemplateSource, Value } from './value.js';

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
  readonly blocks: readonly { readonly type: string; readonly body: EvaluatedBody }[];
}

/** All that a tree configures, as far as it can be followed. */
export interface EvaluatedTree {
  readonly resources: readonly ResourceInstance[];
  readonly sources: readonly TemplateSource[];
  readonly instances: readonly ModuleInstance[];
  readonly evaluator: Evaluator;
}

/** Follows every value of a tree, from its root modules. */
export function evaluateTree({ modules, roots }: TerraformTree): EvaluatedTree {
  const evaluator = new Evaluator(modules);
  const resources: ResourceInstance[] = [];
  const instances: ModuleInstance[] = [];
  const visit = (instance: ModuleInstance): void => {
    instances.push(instance);
    const { module } = instance;
    for (const local of module.locals.values()) evaluator.readAttribute(local, instance, 'local');
    for (const output of module.outputs.values()) evaluator.readAttribute(output, instance, 'output');
    for (const resource of module.resources.values()) {
      for (const { key, names } of evaluator.listKeys(resource.body, instance, resource.address)) {
        const body = evaluator.within(resource.address, instance, () =>
          evaluateBody(resource.body, instance, evaluator, names),
        );
        resources.push({ instance, resource, body, ...(key === undefined ? {} : { key }) });
      }
    }
    for (const call of module.calls.values()) {
      for (const { key, names } of evaluator.listKeys(call.body, instance, `module.${call.name}`)) {
        evaluator.within(`module.${call.name}`, instance, () =>
          evaluateBody(call.body, instance, evaluator, names),
        );
        const entered = evaluator.enter(instance, call.name, key);
        if (entered) visit(entered);
      }
    }
  };
  for (const module of roots) visit({ module, root: module.dir, address: '' });
  return { resources, sources: evaluator.sources, instances, evaluator };
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
    blocks: blocks.map(({ type, body }) => ({ type, body: evaluateBody(body, instance, evaluator, names) })),
  };
}
