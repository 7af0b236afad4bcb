import { groupBy } from '../../../diagnostics/group-by.js';
import type { Inexpressible } from '../../../rules/gateway/not-expressible.rule.js';
import { environmentName } from '../../../values/deck-writer.js';
import { listPlaceholders } from '../../../values/deploy-tree.js';
import type { Kong } from '../kong-output.js';
import { joinWords } from '../../../options/join-words.js';

/** Names of placeholders have upper and lower case, but those of decK's environment values have upper case only. */
export function refuseSameVariables({
  document,
  operations,
}: Pick<Kong, 'document' | 'operations'>): readonly Inexpressible[] {
  return [...groupBy(listPlaceholders(document), environmentName)].flatMap(([variable, names]) => {
    if (names.length === 1) return [];
    const routes = [...operations].flatMap(([route, { operation, integration = null }]) =>
      listPlaceholders([operation, integration]).some((name) => names.includes(name)) ? [route] : [],
    );
    return [
      {
        what: `the placeholders ${joinWords(names.map((name) => `\`\${${name}}\``))}`,
        why: `decK has one environment value for them, \`${variable}\``,
        fix: 'Give them names that differ in more than upper and lower case.',
        routes,
      },
    ];
  });
}
