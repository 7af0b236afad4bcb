import { isObject } from '../openapi/openapi.js';
import { formatOptionText } from '../values/option-text.js';
import type { OptionConflict } from './service-definition.js';

/** What names attributes in an expression, and what stands for values. */
const WORDS = [
  { option: 'names', pattern: /#\w+/g },
  { option: 'values', pattern: /:\w+/g },
] as const;

/**
 * DynamoDB rejects an expression with a word that is not declared, and a declared word that no expression uses.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeNames.html
 */
export function findExpressionConflicts(
  given: unknown,
  option: string,
  owner: string,
): readonly OptionConflict[] {
  if (!isObject(given) || !('expression' in given)) return [];
  const whole = formatOptionText(given['expression'] as string);
  const fixed = whole.replace(/\$\{[^{}]*\}/g, ' ');
  return WORDS.flatMap((word) => {
    const used = new Set(fixed.match(word.pattern));
    const declared = Object.keys(given[word.option] ?? {});
    const missing = [...used].filter((name) => !declared.includes(name));
    // What a placeholder stands for may use any word.
    const unused = fixed === whole ? declared.filter((name) => !used.has(name)) : [];
    return [
      ...missing.map((name) => ({
        message: `the \`${option}\` of ${owner} uses \`${name}\`, which its \`${word.option}\` do not declare`,
        fix: `Add \`'${name}'\` to \`${word.option}\`, or correct the name.`,
      })),
      ...unused.map((name) => ({
        message: `the \`${option}\` of ${owner} declares \`${name}\` in \`${word.option}\`, but does not use it`,
        fix: `Remove \`${name}\` from \`${word.option}\`, or use it in \`expression\`.`,
      })),
    ];
  });
}
