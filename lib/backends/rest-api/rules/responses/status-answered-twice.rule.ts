import type { RestApi } from '../../rest-api-output.js';
import { listResponses } from '../mappings/list-mappings.js';
import { placeOf, type Finding, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/** API Gateway keeps one response for each status of a method: of two patterns with the same status, one is lost. */
export const statusAnsweredTwice: Rule<RestApi> = {
  code: 'status-answered-twice',
  severity: 'error',
  *check(_, { operations }) {
    for (const [route, { integration }] of operations) {
      const own = Object.keys(listResponses(route.integration));
      if (own.length === 0) continue;
      const patterns = new Map<string, string[]>();
      for (const [pattern, response] of Object.entries(integration?.responses ?? {})) {
        const status = String(response?.statusCode ?? '');
        patterns.set(status, [...(patterns.get(status) ?? []), pattern]);
      }
      for (const [status, found] of patterns) {
        if (found.length > 1) yield { at: placeOf(route), ...describe(status, found, own) };
      }
    }
  },
};

function describe(status: string, found: readonly string[], own: readonly string[]): Omit<Finding, 'at'> {
  const added = found.filter((pattern) => !own.includes(pattern));
  if (added.length === 0) {
    return {
      message: `the responses ${quote(found)} return ${status}, but API Gateway keeps only one response for each status`,
      fix: 'Join the patterns with `|` into one response, or give each response its own `statusCode`.',
    };
  }
  return {
    message: `the responses ${quote(found)} return ${status}, but API Gateway keeps only one response for each status; this library adds ${quote(added)}`,
    fix: `Give each response its own \`statusCode\`, or write ${quote(added)} yourself.`,
  };
}

function quote(patterns: readonly string[]): string {
  return joinWords(patterns.map((pattern) => `\`${pattern}\``));
}
