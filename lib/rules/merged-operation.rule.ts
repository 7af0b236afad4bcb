import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import { findOperation, handlersOf } from '../model/documents/view-route.js';
import { isObject } from '../openapi/openapi.js';
import { nameHandler, nameRoute, placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/**
 * A document has one operation for a verb and path. Handlers that take different things, such as two versions by header,
 * are one operation in it, which does not say which of them takes what.
 */
export const mergedOperation: Rule = {
  code: 'merged-operation',
  severity: 'info',
  *check(model) {
    for (const route of model.routes) {
      if (!route.alternatives) continue;
      const parts = listDifferent(handlersOf(route), model);
      if (parts.length === 0) continue;
      const paths = new Set(handlersOf(route).map(({ operation }) => operation?.path));
      const shown =
        paths.size > 1
          ? 'the private document shows what any of the handlers takes, the public one each under its own path,'
          : 'both documents show what any of the handlers takes,';
      const others = joinWords(route.alternatives.map((one) => `\`${nameHandler(one)}\``));
      yield {
        at: placeOf(route),
        message: `${nameRoute(route)} shares its verb and path with ${others}, and they differ in ${joinWords(parts)}: ${shown} and API Gateway checks only what all of them require`,
        fix: 'Use URI versioning to document and check each handler by itself, or ignore this.',
      };
    }
  },
};

const PARTS = { parameters: 'the parameters', requestBody: 'the body', responses: 'the responses' };

function listDifferent(handlers: readonly Route[], model: GatewayModel): readonly string[] {
  const operations = handlers.map((handler) => findOperation(handler, model));
  return Object.entries(PARTS)
    .filter(
      ([part]) => new Set(operations.map((one) => JSON.stringify(withoutVariables(one[part])))).size > 1,
    )
    .map(([, name]) => name);
}

/** The names of a path's variables mean nothing to a caller. */
function withoutVariables(part: unknown): unknown {
  return Array.isArray(part) ? part.filter((one) => !isObject(one) || one['in'] !== 'path') : part;
}
