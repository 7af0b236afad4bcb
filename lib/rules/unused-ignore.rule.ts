import type { IgnoreRule } from './rule.js';

/** An ignore that outlived its fault would keep the next one silent. */
export const unusedIgnore: IgnoreRule = {
  code: 'unused-ignore',
  severity: 'warning',
  *check(unused, rules) {
    for (const { code, at } of unused) {
      const rule = rules.find((known) => known.code === code);
      if (!rule || rule.final) continue;
      yield {
        at,
        message: `\`${code}\` is kept silent here, and is not reported here`,
        fix: 'Remove the ignore.',
      };
    }
  },
};
