import type { IgnoreRule } from './rule.js';

/** An ignore that is left over would also ignore the next diagnostic. */
export const unusedIgnore: IgnoreRule = {
  code: 'unused-ignore',
  severity: 'warning',
  *check(unused, rules) {
    for (const { code, at } of unused) {
      const rule = rules.find((known) => known.code === code);
      if (!rule || rule.final) continue;
      yield {
        at,
        message: `\`${code}\` is ignored here, but is not reported here`,
        fix:
          at.controller === undefined
            ? `Remove \`${code}\` from \`forRoot({ ignore })\`.`
            : `Remove \`@AwsIgnore('${code}', …)\`.`,
      };
    }
  },
};
