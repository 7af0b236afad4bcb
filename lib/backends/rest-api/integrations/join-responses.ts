import { matchesPattern } from '../../../grammar/selection-pattern.js';
import type { RenderedResponse } from './rendered-integration.js';

type Responses = Readonly<Record<string, RenderedResponse>>;

const STATUSES = Array.from({ length: 500 }, (_, index) => String(100 + index));

/** What stands in for a status of a general answer that the author uses. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  400: ['422', '409', '418'],
  500: ['502', '503', '504'],
};

/**
 * Responses of the author beside the generated ones. Which of two matching patterns wins is not defined, so
 * a generated one leaves out what the author's stand for; and API Gateway keeps one answer for each status.
 */
export function joinResponses(generated: Responses, own: Responses): Responses {
  if (Object.keys(own).length === 0) return generated;
  const patterns = Object.keys(own).filter((pattern) => pattern !== 'default');
  const isTheirs = (status: string, sure: boolean): boolean =>
    patterns.some((pattern) =>
      sure ? matchesPattern(pattern, status) === true : matchesPattern(pattern, status) !== false,
    );
  const kept = Object.entries(generated).flatMap(([pattern, response]): [string, RenderedResponse][] => {
    if (Object.hasOwn(own, pattern)) return [[pattern, own[pattern]!]];
    const matched = STATUSES.filter((status) => matchesPattern(pattern, status));
    if (!matched.some((status) => isTheirs(status, false))) return [[pattern, response]];
    if (matched.every((status) => isTheirs(status, true))) return [];
    return [[`(?!(?:${patterns.join('|')})\\z)(?:${pattern})`, response]];
  });
  const taken = [...Object.values(own), ...kept.map(([, response]) => response)].map(
    ({ statusCode }) => statusCode,
  );
  const ownStatuses = Object.values(own).map(({ statusCode }) => statusCode);
  const free = kept.map(([pattern, response]): [string, RenderedResponse] => {
    const instead = INSTEAD[response.statusCode];
    if (
      pattern === 'default' ||
      Object.hasOwn(own, pattern) ||
      !instead ||
      !ownStatuses.includes(response.statusCode)
    )
      return [pattern, response];
    const statusCode = instead.find((status) => !taken.includes(status)) ?? response.statusCode;
    return [pattern, { ...response, statusCode }];
  });
  return { ...Object.fromEntries(free), ...own };
}
