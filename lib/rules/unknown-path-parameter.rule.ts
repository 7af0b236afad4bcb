import type { Route } from '../model/routes/route.js';
import { list } from '../options/option-shape.js';
import { formatDeployText } from '../values/deploy-text.js';
import { placeOf, type Rule } from './rule.js';

/** A `{name}` in the URL of a backend and a mapping from the path need that variable in the path of the route. */
export const unknownPathParameter: Rule = {
  code: 'unknown-path-parameter',
  severity: 'error',
  final: true,
  *check({ routes }) {
    for (const route of routes) {
      const known = route.pathParameters.map(({ name }) => name);
      for (const { name, where, isKey } of listUses(route).filter((used) => !known.includes(used.name))) {
        yield {
          at: placeOf(route),
          message: `${where}, but the path \`${route.path}\` has no such variable`,
          fix: isKey
            ? fixKey(known)
            : route.integration?.kind === 'raw'
              ? fixMapping(known, where)
              : known.length > 0
                ? `Use ${list(known.map((variable) => `{${variable}}`))}, or a placeholder, \`\${${name}}\`.`
                : `Use a placeholder, \`\${${name}}\`, or add the variable to the path.`,
        };
      }
    }
  },
};

interface Use {
  readonly name: string;
  readonly where: string;
  /** It is a key of a cache. */
  readonly isKey?: boolean;
}

function listUses(route: Route): readonly Use[] {
  const { keys = [] } = route.stage.cache ?? {};
  return [
    ...listUsesOf(route),
    ...keys
      .filter(({ from }) => from === 'path')
      .map(({ name }) => ({ name, where: `\`@AwsCache\` caches by \`path.${name}\``, isKey: true })),
  ];
}

function listUsesOf({ integration, origins }: Route): readonly Use[] {
  const ofModule = origins.integration.level === 'module';
  if (integration?.kind === 'http') {
    return integration.pathParameters.map((name) => ({
      name,
      where: `the URL of ${ofModule ? '`forRoot({ integration })`' : '`@AwsHttp`'} has \`{${name}}\``,
    }));
  }
  if (integration?.kind !== 'raw') return [];
  const { requestParameters, cacheKeyParameters } = integration.object;
  const owner = ofModule ? '`forRoot({ integration })`' : '`@AwsIntegration`';
  return [
    ...listSources(requestParameters, `${owner} maps`),
    ...listSources(cacheKeyParameters, `${owner} caches by`),
  ];
}

function listSources(values: unknown, verb: string): readonly Use[] {
  return Object.values(typeof values === 'object' && values !== null ? values : {}).flatMap((value) => {
    const text = formatDeployText(value);
    return [...text.matchAll(SOURCE)].map(([found, name, ofHttpApi]) => ({
      name: (name ?? ofHttpApi)!,
      where: `${verb} \`${name === undefined ? found : text}\``,
    }));
  });
}

/** A variable of the path in a mapping of a REST API, or of an HTTP API. */
const SOURCE = /^method\.request\.path\.(.+)$|\$\{?request\.path\.([\w.-]+)\}?/g;

function fixMapping(known: readonly string[], where: string): string {
  const prefix = where.includes('method.') ? 'method.' : '$';
  return known.length > 0
    ? `Use ${list(known.map((variable) => `${prefix}request.path.${variable}`))}, or add the variable to the path.`
    : 'Add the variable to the path, or remove the mapping.';
}

function fixKey(known: readonly string[]): string {
  return known.length > 0
    ? `Use ${list(known.map((variable) => `path.${variable}`))}, or add the variable to the path.`
    : 'Remove the key, or add the variable to the path.';
}
