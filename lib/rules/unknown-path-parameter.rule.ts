import type { Integration } from '../model/gateway-model.js';
import { placeOf, type Rule } from './rule.js';

/** A `{name}` in a backend's URL, and a mapping from the path, needs a variable of that name in the route's path. */
export const unknownPathParameter: Rule = {
  code: 'unknown-path-parameter',
  severity: 'error',
  final: true,
  *check({ routes }) {
    for (const route of routes) {
      const known = route.pathParameters.map(({ name }) => name);
      for (const { name, where } of listUses(route.integration).filter(
        (used) => !known.includes(used.name),
      )) {
        yield {
          at: placeOf(route),
          message: `${where}, and the path \`${route.path}\` has no such variable`,
          fix:
            route.integration?.kind === 'raw'
              ? fixMapping(known)
              : known.length > 0
                ? `Use one of ${known.map((variable) => `\`{${variable}}\``).join(', ')}, or a placeholder \`\${${name}}\`.`
                : `Write a placeholder, \`\${${name}}\`, or add the variable to the path.`,
        };
      }
    }
  },
};

interface Use {
  readonly name: string;
  readonly where: string;
}

function listUses(integration: Integration | undefined): readonly Use[] {
  if (integration?.kind === 'http') {
    return integration.pathParameters.map((name) => ({
      name,
      where: `the URL of \`@AwsHttp\` has \`{${name}}\``,
    }));
  }
  if (integration?.kind !== 'raw') return [];
  const { requestParameters, cacheKeyParameters } = integration.object;
  return [...listSources(requestParameters, 'maps'), ...listSources(cacheKeyParameters, 'caches by')];
}

function listSources(values: unknown, verb: string): readonly Use[] {
  return Object.values(typeof values === 'object' && values !== null ? values : {}).flatMap((value) => {
    const name = /^method\.request\.path\.(.+)$/.exec(String(value))?.[1];
    return name === undefined ? [] : [{ name, where: `\`@AwsIntegration\` ${verb} \`${String(value)}\`` }];
  });
}

function fixMapping(known: readonly string[]): string {
  return known.length > 0
    ? `Map one of ${known.map((variable) => `\`method.request.path.${variable}\``).join(', ')}, or add the variable to the path.`
    : 'Add the variable to the path, or remove the mapping.';
}
