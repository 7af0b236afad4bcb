import type { Cache } from '../../../../model/settings/gateway-settings.js';
import type { GatewayModel } from '../../../../model/gateway-model.js';
import type { Route } from '../../../../model/routes/route.js';
import { findOperation } from '../../../../model/documents/view-route.js';
import { createSchemaLookup } from '../../../../openapi/find-referenced.js';
import { resolveOperation } from '../../../../openapi/resolve-operation.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/**
 * API Gateway tells cached answers apart by the keys of the cache and by nothing else of a request.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
 */
export const cacheWithoutKey: Rule = {
  code: 'cache-without-key',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      const { cache } = route.stage;
      if (!cache) continue;
      const missing = listParameters(route, model).filter(({ key }) => !hasKey(cache, key));
      if (missing.length === 0) continue;
      const keys = [
        ...cache.keys.map(({ from, name }) => `${from}.${name}`),
        ...missing.map(({ key }) => key),
      ];
      const isSure = cache.keys.length === 0 || missing.some(({ key }) => key.startsWith('path.'));
      yield {
        at: placeOf(route),
        message: `the cache has one answer for all values of ${joinWords(missing.map(({ shown }) => `\`${shown}\``))}: ${missing.length === 1 ? 'it is' : 'they are'} not among the \`keys\` of the cache`,
        fix: `Write \`@AwsCache({ keys: [${keys.map((key) => `'${key}'`).join(', ')}] })\`, or \`@AwsCache(false)\` for this handler.`,
        // What is left out of keys that are given may be left out on purpose.
        ...(isSure ? {} : { severity: 'warning' }),
      };
    }
  },
};

interface Parameter {
  readonly key: string;
  readonly shown: string;
}

function listParameters(route: Route, model: GatewayModel): readonly Parameter[] {
  const { parameters = [] } = resolveOperation(
    findOperation(route, model),
    createSchemaLookup([model.document, ...(model.hidden ? [model.hidden] : [])]),
  );
  const named = (place: 'query' | 'header'): readonly Parameter[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name }) => ({ key: `${place}.${name}`, shown: place === 'query' ? `?${name}` : name }));
  return [
    ...route.pathParameters.map(({ name }) => ({ key: `path.${name}`, shown: `{${name}}` })),
    ...named('query'),
    ...named('header'),
    ...(route.alternatives ? model.versionHeaders : []).map((name) => ({
      key: `header.${name}`,
      shown: name,
    })),
  ];
}

function hasKey({ keys }: Cache, key: string): boolean {
  return keys.some(({ from, name }) => fold(`${from}.${name}`) === fold(key));
}

/** The names of headers have no case. */
function fold(key: string): string {
  return key.startsWith('header.') ? key.toLowerCase() : key;
}
