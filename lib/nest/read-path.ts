import { LegacyRouteConverter } from '@nestjs/core/router/legacy-route-converter.js';
import { parse, type Token } from 'path-to-regexp';

export interface RoutePath {
  /** As Nest's document writes it: every variable `{name}`, optional parts included. */
  readonly documentPath: string;
  /** In API Gateway's syntax, wildcards greedy (`{name+}`); one for each way to leave out the optional parts. */
  readonly gatewayPaths: readonly string[];
}

/** Reads a path as Nest routes it (path-to-regexp 8 and Nest's conversions of older syntax). */
export function readPath(path: string): RoutePath {
  if (!/[:*{}()[\]\\+?!]/.test(path)) return { documentPath: path, gatewayPaths: [normalize(path)] };
  // The same steps as @nestjs/swagger takes, so that its document's paths can be found again.
  const converted = LegacyRouteConverter.tryConvert(path, { logs: false })
    .replace(/::/g, '\\:')
    .replace(/\[:\]/g, '\\:')
    .replace(/\(\^([^)]+)\)/g, '');
  const { tokens } = parse(converted);
  return {
    documentPath: normalize(formatTokens(tokens)),
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
