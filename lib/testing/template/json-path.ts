import type { JavaValue } from '../java/java-value.js';
import { JsonList } from '../java/java-value.js';
import { remember } from '../java/remember.js';

type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  | { readonly kind: 'every' | 'deep' };

/**
 * Reads a JSONPath as Jayway JsonPath does: members, indexes, slices, wildcards and deep scans. A path that can fit
 * several places answers a list of what is there; any other answers the value, or undefined where there is none.
 */
export function readPath(path: string, root: JavaValue): JavaValue | undefined {
  const steps = parsePath(path);
  const definite = steps.every(({ kind }) => kind === 'name' || kind === 'index');
  const found = steps.reduce<readonly JavaValue[]>(
    (values, step) => values.flatMap((value) => [...select(value, step)]),
    [root],
  );
  return definite ? found[0] : JsonList.from(found);
}

function* select(value: JavaValue, step: Step): Generator<JavaValue> {
  const list = Array.isArray(value) ? (value as readonly JavaValue[]) : undefined;
  switch (step.kind) {
    case 'name':
      if (value instanceof Map && value.has(step.name)) yield value.get(step.name)!;
      break;
    case 'index':
      yield* pick(list, step.index);
      break;
    case 'indexes':
      for (const index of step.indexes) yield* pick(list, index);
      break;
    case 'slice':
      yield* list?.slice(step.from, step.to) ?? [];
      break;
    case 'every':
      yield* children(value);
      break;
    case 'deep':
      yield value;
      for (const child of children(value)) yield* select(child, step);
      break;
  }
}

function* pick(list: readonly JavaValue[] | undefined, index: number): Generator<JavaValue> {
  const found = list?.at(index);
  if (found !== undefined) yield found;
}

function children(value: JavaValue): readonly JavaValue[] {
  if (value instanceof Map) return [...value.values()];
  return Array.isArray(value) ? (value as readonly JavaValue[]) : [];
}

const STEP =
  /(\.\.)|\.?\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\*)|(-?\d+)|(-?\d*)\s*:\s*(-?\d*)|(-?\d+(?:\s*,\s*-?\d+)+))\s*\]|\.?(\*)|\.?([^\s.[\](),*?@'"$]+)/y;

const parsePath = remember((path): readonly Step[] => {
  if (!path.startsWith('$')) throw new Error(`the JSONPath ${path} does not start with $`);
  const steps: Step[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const at = STEP.lastIndex;
    const match = STEP.exec(path);
    if (!match) throw new Error(`the tester does not read the JSONPath ${path} at ${path.slice(at)}`);
    steps.push(readStep(match));
  }
  return steps;
});

function readStep(match: RegExpExecArray): Step {
  const [, deep, single, double, all, index, from, to, indexes, star, name] = match;
  if (deep) return { kind: 'deep' };
  if (all ?? star) return { kind: 'every' };
  if (index !== undefined) return { kind: 'index', index: Number(index) };
  if (indexes !== undefined) return { kind: 'indexes', indexes: indexes.split(',').map(Number) };
  if (from !== undefined || to !== undefined)
    return { kind: 'slice', from: from ? Number(from) : undefined, to: to ? Number(to) : undefined };
  return { kind: 'name', name: name ?? (single ?? double ?? '').replace(/\\(.)/g, '$1') };
}
