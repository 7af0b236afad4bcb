import { listPlaceholders } from '../model/list-placeholders.js';
import { placeOf, type Rule } from './rule.js';

/** A value at deployment is a list or a text. */
export const listPlaceholderAsText: Rule = {
  code: 'list-placeholder-as-text',
  severity: 'error',
  final: true,
  *check(model) {
    if (!model.routes.some(({ cors }) => cors?.originList)) return;
    for (const { name, options, uses } of listPlaceholders(model)) {
      const other = options.find((option) => option.name !== 'originList');
      if (!other || !options.some((option) => option.name === 'originList')) continue;
      const first = uses.find(({ concerns }) => concerns.includes('cors'))?.route;
      yield {
        at: first ? placeOf(first) : {},
        message: `\`allowOrigins: '\${${name}}'\` makes the placeholder a list, but in \`${other.name}\` it is a text`,
        fix: `Use another placeholder for the list, such as \`\${${name}_list}\`, or write \`allowOrigins: ['\${${name}}']\`.`,
      };
    }
  },
};
