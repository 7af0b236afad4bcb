import type { Found } from '../change.js';
import { showBoth, showValue } from '../show-value.js';
import type { ContractDifference } from './contract-difference.js';

/** A change of the contract, in words. */
export interface DescribedContractChange {
  readonly found: Found;
  readonly at: { readonly method: string; readonly path: string };
  /** What differs, as one text. */
  readonly key: string;
  /** It is a whole operation. */
  readonly isWhole: boolean;
  /** The key of a change that this one says better. */
  readonly replaces?: string;
}

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Absent: the difference is not about an operation, or another comparison reports it. */
export function describeContractChange(difference: ContractDifference): DescribedContractChange | undefined {
  const [section, path, verb, ...steps] = difference.steps;
  // The library reports shared schemas a second time.
  if (section !== 'paths' || path === undefined || verb === undefined || !VERBS.includes(verb))
    return undefined;
  // Who may call is read from the guards.
  if (steps[0] === 'security' || NOT_PART.includes(steps[0] ?? '')) return undefined;
  // The name of a path variable is not sent.
  if (steps[0] === 'parameters' && steps.at(-1) === 'name') return undefined;
  const at = { method: verb.toUpperCase(), path };
  const key = difference.steps.join('\0');
  const isResponse = steps[0] === 'responses';
  const { effect, action } = difference;
  // A response that loses a member, required or not, breaks those who read it.
  const breaks = effect === 'breaks' || (isResponse && action === 'removed' && effect === 'extends');
  const kind = breaks
    ? 'contract-broken'
    : effect === 'documents'
      ? 'contract-documented'
      : 'contract-changed';
  if (steps.length === 0) {
    const message =
      action === 'removed'
        ? 'the operation is removed from the contract'
        : 'the operation is added to the contract';
    return { found: { kind, message }, at, key, isWhole: true };
  }
  const what = nameMember(nameRequired(steps, difference));
  return {
    found: {
      kind,
      message: `${breaks ? 'clients may break' : 'contract'}: ${what} ${describe(difference)}`,
    },
    at,
    key,
    isWhole: false,
    ...(steps.at(-2) === 'required' && action === 'added'
      ? { replaces: [...difference.steps.slice(0, -2), 'properties', String(difference.after)].join('\0') }
      : {}),
  };
}

/** Members of an operation that are not part of the contract. */
const NOT_PART = ['operationId', 'tags'];

function describe({ action, steps, before, after }: ContractDifference): string {
  const list = steps.at(-2);
  if (list === 'required' || steps.at(-1) === 'required') {
    const isRequired = list === 'required' ? action === 'added' : after === true;
    return isRequired ? 'is required now' : 'is no longer required';
  }
  if (list === 'enum' && action !== 'changed') {
    return action === 'added' ? `may be ${showValue(after)} too` : `is no longer ${showValue(before)}`;
  }
  if (action === 'added') return isScalar(after) ? `is set to ${showValue(after)}` : 'is added';
  if (action === 'removed')
    return isScalar(before) ? `is removed: it was ${showValue(before)}` : 'is removed';
  const [was, is] = showBoth(before, after);
  return `changed from ${was} to ${is}`;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object';
}

/** ``the response `200`, `users[].email` `` */
function nameMember([first, ...rest]: readonly string[]): string {
  if (first === 'parameters' && rest[0] !== undefined) {
    const [place, ...name] = rest[0].split(' ');
    return withMember(`the ${place} parameter ${showValue(name.join(' '))}`, rest.slice(1));
  }
  if (first === 'requestBody') return withMember('the request body', skipContent(rest));
  if (first === 'responses' && rest[0] !== undefined) {
    return withMember(`the response ${showValue(rest[0])}`, skipContent(rest.slice(1)));
  }
  return withMember(showValue(first), rest);
}

/** For a body in JSON the media type is left out. */
function skipContent(steps: readonly string[]): readonly string[] {
  return steps[0] === 'content' && steps[1] === 'application/json' ? steps.slice(2) : steps;
}

/** The member that is required, instead of its index in the list. */
function nameRequired(steps: readonly string[], { before, after }: ContractDifference): readonly string[] {
  if (steps.at(-2) !== 'required') return steps;
  return [...steps.slice(0, -2), 'properties', String(after ?? before)];
}

function withMember(label: string, steps: readonly string[]): string {
  const member = steps
    .filter(
      (step, index) => !(step === 'schema' && index === 0) && !HIDDEN.has(step) && !isIndex(steps, index),
    )
    .join('.')
    .replace(/(^|\.)properties\.(?=.)/g, '$1')
    .replace(/\.?items(?=\.|$)/g, '[]');
  return member === '' ? label : `${label}: ${showValue(member)}`;
}

/** What the rest of the sentence says. */
const HIDDEN = new Set(['required', 'enum']);

function isIndex(steps: readonly string[], index: number): boolean {
  return ['enum', 'allOf', 'oneOf', 'anyOf'].includes(steps[index - 1] ?? '');
}
