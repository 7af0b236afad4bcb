import { LegacyRouteConverter } from '@nestjs/core/router/legacy-route-converter.js';
import { parse, type Token } from 'path-to-regexp';
import { silenceNest } from '../silence-nest.js';

export interface RoutePath {
  /** As Nest's document may write it: every variable `{name}`, optional parts included. */
  readonly documentPaths: readonly string[];
  /** In API Gateway's syntax, wildcards greedy (`{name+}`); one for each way to leave out the optional parts. */
  readonly gatewayPaths: readonly string[];
}

/**
 * Reads a path as Nest routes it (path-to-regexp 8 and Nest's conversions of older syntax).
 *
 * @throws TypeError for syntax that path-to-regexp 8 does not know, such as the `:id?` of Fastify
 */
export function readPath(path: string): RoutePath {
  if (!/[:*{}()[\]\\+?!]/.test(path)) return { documentPaths: [path], gatewayPaths: [normalize(path)] };
  // The same steps as @nestjs/swagger takes. Nest 11.0 logs each conversion, and has no option against it.
  const converted = silenceNest(() => LegacyRouteConverter.tryConvert(path, { logs: false }))
    .replace(/::/g, '\\:')
    .replace(/\[:\]/g, '\\:')
    .replace(/\(\^([^)]+)\)/g, '');
  const { tokens } = parse(converted);
  if (countPaths(tokens) > MOST_PATHS) throw new TypeError('it has too many optional parts');
  return {
    documentPaths: [...new Set([formatTokens(tokens), formatAsNest(tokens)].map(normalize))],
    gatewayPaths: [...new Set(expandTokens(tokens).map(normalize))],
  };
}

function formatTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      token.type === 'text'
        ? token.value
        : token.type === 'group'
          ? formatTokens(token.tokens)
          : `{${token.name}}`,
    )
    .join('');
}

/** `@nestjs/swagger` writes a group inside a group as `{undefined}`. */
function formatAsNest(tokens: readonly Token[]): string {
  return formatTokens(
    tokens.map((token) =>
      token.type === 'group'
        ? {
            ...token,
            tokens: token.tokens.map((inner) =>
              inner.type === 'group' ? { type: 'param', name: 'undefined' } : inner,
            ),
          }
        : token,
    ),
  );
}

/** Each optional part doubles the paths. API Gateway holds 300 resources. */
const MOST_PATHS = 256;

function countPaths(tokens: readonly Token[]): number {
  return tokens.reduce(
    (count, token) => (token.type === 'group' ? count * (countPaths(token.tokens) + 1) : count),
    1,
  );
}

function expandTokens(tokens: readonly Token[]): readonly string[] {
  return tokens.reduce<readonly string[]>(
    (paths, token) => {
      const endings =
        token.type === 'text'
          ? [token.value]
          : token.type === 'group'
            ? [...expandTokens(token.tokens), '']
            : [token.type === 'wildcard' ? `{${token.name}+}` : `{${token.name}}`];
      return paths.flatMap((path) => endings.map((ending) => path + ending));
    },
    [''],
  );
}

/** API Gateway knows no trailing slash: `/pets/` is `/pets`. */
function normalize(path: string): string {
  return `/${path.replace(/^\/+|\/+$/g, '')}`;
}
