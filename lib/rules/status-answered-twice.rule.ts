import type { Integration } from '../model/gateway-model.js';
import { isObject } from '../model/openapi.js';
import { placeOf, type Rule } from './rule.js';

/** API Gateway keeps one answer for each status of a method: of two patterns with one status, one would be lost. */
export const statusAnsweredTwice: Rule = {
  code: 'status-answered-twice',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes) {
      const patterns = new Map<string, string[]>();
      for (const [pattern, status] of listAnswers(route.integration)) {
        patterns.set(status, [...(patterns.get(status) ?? []), pattern]);
      }
      for (const [status, found] of patterns) {
        if (found.length < 2) continue;
        yield {
          at: placeOf(route),
          message: `the responses ${found.map((pattern) => `\`${pattern}\``).join(' and ')} all answer ${status}, and API Gateway keeps one answer for each status`,
          fix: 'Join the patterns with `|` into one response, or give each a status of its own.',
        };
      }
    }
  },
};

function listAnswers(integration: Integration | undefined): readonly (readonly [string, string])[] {
  const responses =
    integration?.kind === 'lambda'
      ? integration.responses
      : integration?.kind === 'raw'
        ? integration.object['responses']
        : undefined;
  return Object.entries(isObject(responses) ? responses : {}).flatMap(([pattern, response]) =>
    isObject(response) ? [[pattern, String(response['statusCode'])]] : [],
  );
}
