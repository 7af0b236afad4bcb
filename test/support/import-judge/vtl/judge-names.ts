import { judgeContextName } from '../context-names.js';
import type { Guard } from '../verdict.js';
import { listReferences, withArguments, type Reference } from './read-reference.js';
import type { Node } from './read-template.js';

type Found = (what: string) => void;

const INPUT = new Set(['body', 'json', 'path', 'params']);
const UTIL = new Set([
  'escapeJavaScript',
  'urlEncode',
  'urlDecode',
  'parseJson',
  'base64Encode',
  'base64Decode',
]);
const GIVEN = new Set(['input', 'util', 'context', 'stageVariables', 'foreach', 'velocityCount']);

/** Every name that a template reads. One that does not exist prints nothing. */
export function judgeNames(nodes: readonly Node[], guard: Guard, found: Found): void {
  const set = new Set(GIVEN);
  const references: Reference[] = [];
  const read = (expression: string): void =>
    void references.push(...listReferences(expression).flatMap(withArguments));
  const visit = (list: readonly Node[]): void => {
    for (const node of list) {
      if (node.kind === 'reference') references.push(...withArguments(node.reference));
      else if (node.kind === 'set') {
        judgeTarget(node.target, node.value, found);
        set.add(/^[\w-]+/.exec(node.target)?.[0] ?? '');
        read(node.value);
      } else if (node.kind === 'if') {
        node.conditions.forEach(read);
        node.branches.forEach(visit);
      } else if (node.kind === 'foreach') {
        set.add(node.variable);
        read(node.list);
        visit(node.body);
      }
    }
  };
  visit(nodes);
  for (const reference of references) {
    if (!set.has(reference.root)) found(`nothing sets $${reference.root}`);
    judgeReference(reference, guard, found);
  }
}

function judgeReference({ root, steps, source }: Reference, guard: Guard, found: Found): void {
  const [first, second] = steps;
  if (root === 'util' && !UTIL.has(first?.name ?? '')) found(`no function of the templates: $${source}`);
  if (root === 'input') {
    const { name, args } = first ?? {};
    if (!INPUT.has(name ?? '')) found(`no name of the input: $${source}`);
    if (name === 'body' && second !== undefined && second.args === undefined) found(`$${source} is empty`);
    if ((name === 'json' || name === 'path') && !/^\s*(['"]\$|\$)/.test(args ?? '')) {
      found(`a path into the body begins with $: $${source}`);
    }
  }
  if (root === 'context') {
    const end = steps.findIndex(({ args }) => args !== undefined);
    const names = (end === -1 ? steps : steps.slice(0, end)).map(({ name }) => name!);
    if (names[0] === 'requestOverride' || names[0] === 'responseOverride') return;
    // What stands in brackets, as in `$context.authorizer.claims['custom:tenant']`, is a name that cannot be judged.
    if (end !== -1 && (names.length === 0 || steps[end]!.name === undefined)) return;
    const fault = judgeContextName(names, { error: false, guard });
    if (fault !== undefined) found(`${fault} ($${source})`);
  }
}

const OVERRIDE = /^context\.(requestOverride\.(header|path|querystring)|responseOverride\.header)[.[].+$/;

/** `$context` is written by overrides alone. */
function judgeTarget(target: string, value: string, found: Found): void {
  if (!target.startsWith('context.')) return;
  if (target === 'context.responseOverride.status') {
    const status = Number(value);
    if (!Number.isNaN(status) && !(Number.isInteger(status) && status >= 100 && status <= 599)) {
      found(`no status: ${value}`);
    }
    if (/^["']/.test(value.trim())) found('a status is an integer');
  } else if (!OVERRIDE.test(target)) found(`nothing to override: $${target}`);
}
