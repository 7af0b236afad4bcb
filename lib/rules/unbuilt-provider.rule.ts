import { joinWords } from '../options/join-words.js';
import type { Rule } from './rule.js';

/** A preview builds no provider, so that what `configure` reads of one is `undefined`, and a prefix of it is missing. */
export const unbuiltProvider: Rule = {
  code: 'unbuilt-provider',
  severity: 'warning',
  *check({ unbuilt }) {
    if (unbuilt.length === 0) return;
    yield {
      at: {},
      message: `\`configure\` reads ${joinWords(unbuilt.map((name) => `\`${name}\``))}, which ${unbuilt.length === 1 ? 'has no value' : 'have no values'}: \`apigen\` builds no provider`,
      fix: 'Read `process.env` in `configure`, or run with `--no-preview`. Leave in `main.ts` what does not concern routes.',
    };
  },
};
