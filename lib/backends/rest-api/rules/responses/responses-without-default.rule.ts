import { matchesPattern } from '../../../../grammar/selection-pattern.js';
import type { RawView } from '../../../../model/integrations/view-raw-integration.js';
import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/** A result that no pattern matches returns 500, unless there is a `default`. */
export const responsesWithoutDefault: Rule = {
  code: 'responses-without-default',
  severity: 'warning',
  *check(model) {
    for (const { route, view } of listRawIntegrations(model)) {
      const { target, responses } = view;
      // For a function `default` is the success, which another rule checks.
      if (route.responder?.proxied || target === 'function' || !responses || responses['default']) continue;
      const patterns = Object.keys(responses);
      const left = statusesOf(view).find((status) =>
        patterns.every((pattern) => matchesPattern(pattern, status) === false),
      );
      if (left === undefined) continue;
      yield {
        at: placeOf(route),
        message: `the \`responses\` of \`@AwsIntegration\` have no \`default\`: a status that does not match ${joinWords(
          patterns.map((pattern) => `\`${pattern}\``),
          'or',
        )}, such as ${left}, returns 500`,
        fix: "Add `default: { statusCode: '…' }` for every other status.",
      };
    }
  },
};

const ANY_STATUS = Array.from({ length: 400 }, (_, index) => String(200 + index));

/** The possible statuses: of a mock, the statuses in its templates. */
function statusesOf({ type, requestTemplates }: RawView): readonly string[] {
  if (type !== 'mock') return ANY_STATUS;
  return Object.values(requestTemplates).flatMap((template) =>
    [...template.matchAll(/statusCode\W*?(\d{3})\b/g)].map((match) => match[1]!),
  );
}
