import { isObject, toList, type Json } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { isSame } from '../is-same.js';

/**
 * The resource policy. A new `Allow` lets more callers in, as does a `Deny` that is gone; a statement that changed counts as
 * both.
 */
export function compareResourcePolicies(base: Json | undefined, now: Json | undefined): readonly Found[] {
  if (base === undefined) {
    return [
      {
        kind: 'policy-narrowed',
        message: 'a resource policy is set: callers that it does not allow are rejected',
      },
    ];
  }
  if (now === undefined) {
    return [{ kind: 'policy-widened', message: 'the resource policy is removed' }];
  }
  const [was, is] = [statementsOf(base), statementsOf(now)];
  const fresh = is.filter((one) => !was.some((other) => isSame(one, other)));
  const gone = was.filter((one) => !is.some((other) => isSame(one, other)));
  const widens = [...fresh.filter(allows), ...gone.filter((one) => !allows(one))].length;
  const names = fresh.length + gone.length;
  if (names === 0) return isSame(base, now) || onlyOrder(was, is, base, now) ? [] : [OTHER];
  return widens > 0
    ? [
        {
          kind: 'policy-widened',
          message: `the resource policy may allow more callers: ${describe(fresh.length, gone.length)}`,
        },
      ]
    : [
        {
          kind: 'policy-narrowed',
          message: `the resource policy allows fewer callers: ${describe(fresh.length, gone.length)}`,
        },
      ];
}

function allows(statement: unknown): boolean {
  return isObject(statement) && statement['Effect'] === 'Allow';
}

const OTHER: Found = { kind: 'policy-widened', message: 'the resource policy changed' };

function describe(fresh: number, gone: number): string {
  const words = [
    ...(fresh > 0 ? [`${fresh} ${fresh === 1 ? 'statement' : 'statements'} added`] : []),
    ...(gone > 0 ? [`${gone} ${gone === 1 ? 'statement' : 'statements'} removed`] : []),
  ];
  return words.join(', ');
}

function statementsOf(policy: Json): readonly unknown[] {
  return toList(isObject(policy) ? policy['Statement'] : undefined);
}

function onlyOrder(was: readonly unknown[], is: readonly unknown[], base: Json, now: Json): boolean {
  if (!isObject(base) || !isObject(now) || was.length !== is.length) return false;
  const { Statement: _, ...a } = base;
  const { Statement: __, ...b } = now;
  return isSame(a, b);
}
