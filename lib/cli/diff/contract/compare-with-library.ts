import type { ContractDifference } from '../../../diff/contract/contract-difference.js';
import type { OpenApiDocument } from '../../../openapi/openapi.js';

/** The differences that `api-smart-diff` finds and classifies. No other file knows the library. */
export async function compareWithLibrary(
  base: OpenApiDocument,
  now: OpenApiDocument,
): Promise<readonly ContractDifference[]> {
  const { apiCompare } = await import('api-smart-diff');
  // It writes into what it gets. Without options as an object it fails.
  const { diffs, merged } = apiCompare(structuredClone(base), structuredClone(now), {}) as Compared;
  return diffs.map(({ type, action, path, before, after }) => ({
    effect: EFFECTS[type] ?? 'unknown',
    action: ACTIONS[action] ?? 'changed',
    steps: path.map((step, index) => nameStep(step, path.slice(0, index), merged)),
    before,
    after,
  }));
}

interface Compared {
  readonly diffs: readonly {
    readonly type: string;
    readonly action: string;
    readonly path: readonly (string | number)[];
    readonly before?: unknown;
    readonly after?: unknown;
  }[];
  readonly merged: unknown;
}

const EFFECTS: Readonly<Record<string, ContractDifference['effect']>> = {
  breaking: 'breaks',
  'non-breaking': 'extends',
  annotation: 'documents',
};

const ACTIONS: Readonly<Record<string, ContractDifference['action']>> = { add: 'added', remove: 'removed' };

/** A parameter by its name, which its place in the list does not say. */
function nameStep(step: string | number, owner: readonly (string | number)[], merged: unknown): string {
  if (typeof step !== 'number' || owner.at(-1) !== 'parameters') return String(step);
  const list = owner.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], merged);
  const parameter = (list as readonly { readonly in?: string; readonly name?: string }[] | undefined)?.[step];
  return parameter?.name === undefined ? String(step) : `${parameter.in ?? ''} ${parameter.name}`;
}
