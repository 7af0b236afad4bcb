import { placeOf, type Rule } from '../rule.js';
import { formatAmount, formatShare } from './format-limit.js';
import type { LimitUse } from './limit.js';

/** A rule about limits. It applies to a share of use, where 1 is the whole limit. */
export function limitRule(
  code: Rule['code'],
  severity: Rule['severity'],
  applies: (share: number) => boolean,
): Rule<{ readonly limits: readonly LimitUse[] }> {
  return {
    code,
    severity,
    *check(_, { limits }) {
      for (const use of limits) {
        if (use.of === undefined || !applies(use.used / use.of)) continue;
        yield { at: use.at ? placeOf(use.at) : {}, message: describe(use, use.of), fix: remedy(use) };
      }
    },
  };
}

function describe({ name, unit, used, at }: LimitUse, of: number): string {
  const amounts = `${formatAmount(used, unit)} of ${formatAmount(of, unit)}`;
  const what =
    unit === 'pieces' ? name : unit === 'characters' ? `characters for its ${name}` : `for its ${name}`;
  return `the ${at ? 'route' : 'API'} uses ${amounts} ${what} (${formatShare(used, of)})`;
}

function remedy({ quota, shrink }: LimitUse): string {
  if (quota === undefined) return shrink;
  return `${shrink} If AWS raised the quota, set \`forRoot({ limits: { ${quota}: … } })\`.`;
}
