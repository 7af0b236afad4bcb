import type { FileContent } from '../documents/read-content.js';
import type { KnownFile } from '../documents/known-file.js';
import type { EvaluatedTree } from '../values/evaluate-tree.js';
import type { ModuleInstance } from '../values/module-instance.js';
import type { TemplateSource } from '../values/value.js';
import type { Found } from './report.js';

/** What a call of a module has beside the values of its variables. */
const META = ['source', 'version', 'providers', 'count', 'for_each', 'depends_on'];

/** A module that `apigen` wrote: whether it is of this application, and whether its callers set its variables. */
export function checkGenerated(
  contents: ReadonlyMap<TemplateSource, FileContent>,
  { instances }: EvaluatedTree,
): readonly Found[] {
  return [
    ...[...contents].flatMap(([source, content]) =>
      content.kind === 'known' && content.isGenerated ? checkStale(source, content.known) : [],
    ),
    ...instances.flatMap(checkCall),
  ];
}

function checkStale({ values, at, owner: address }: TemplateSource, known: KnownFile): readonly Found[] {
  if (values?.kind !== 'object' || values.open.length > 0) return [];
  const given = new Set<string>();
  for (const { value } of values.members.values()) {
    if (value.kind !== 'object' || value.open.length > 0) return [];
    for (const name of value.members.keys()) given.add(name);
  }
  const missing = [...known.placeholders.keys()].filter((name) => !given.has(name));
  if (missing.length === 0) return [];
  return [
    {
      code: 'terraform-missing-value',
      severity: 'error',
      at,
      address,
      message: `the module is older than the application: it has no value for ${list(missing)}`,
      fix: 'Run `apigen --out-terraform` again.',
    },
  ];
}

function checkCall({ module, caller, call }: ModuleInstance): readonly Found[] {
  if (!module.isGenerated || !caller || !call) return [];
  const { attributes } = call.body;
  const address = [caller.address, `module.${call.name}`].filter((part) => part !== '').join('.');
  const missing = [...module.variables.values()].filter(
    (variable) => variable.default === undefined && !attributes.has(variable.name),
  );
  const unknown = [...attributes.values()].filter(
    ({ name }) => !META.includes(name) && !module.variables.has(name),
  );
  const [old] = unknown;
  if (missing.length === 1 && unknown.length === 1 && old) {
    return [
      {
        code: 'terraform-missing-value',
        severity: 'error',
        at: old.at,
        address,
        message: `the module has the variable \`${missing[0]!.name}\`, but its call has no value for it, only the unknown \`${old.name}\``,
        fix: `Rename \`${old.name}\` to \`${missing[0]!.name}\`.`,
      },
    ];
  }
  return [
    ...missing.map(({ name }): Found => ({
      code: 'terraform-missing-value',
      severity: 'error',
      at: call.at,
      address,
      message: `the module has the variable \`${name}\`, but its call has no value for it`,
      fix: `Add \`${name} = …\` to the call.`,
    })),
    ...unknown.map(({ name, at }): Found => ({
      code: 'terraform-unused-value',
      severity: 'error',
      at,
      address,
      message: `the module has no variable \`${name}\``,
      fix: 'Remove the value.',
    })),
  ];
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`\${${name}}\``).join(', ');
}
