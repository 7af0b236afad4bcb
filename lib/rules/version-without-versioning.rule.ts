import type { UnversionedRoute } from '../model/gateway-model.js';
import type { Rule } from './rule.js';

/** Without `enableVersioning` NestJS serves two versions of a route under one path, where the first one answers. */
export const versionWithoutVersioning: Rule = {
  code: 'version-without-versioning',
  severity: 'warning',
  *check({ unversioned }) {
    const seen = new Set<string>();
    for (const route of unversioned) {
      const at = placeOfVersion(route);
      const versions = route.versions.map((version) => `\`${version}\``).join(' and ');
      const key = `${at.controller} ${at.handler} ${versions}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        at,
        message: `the ${route.versions.length > 1 ? 'versions' : 'version'} ${versions} ${route.versions.length > 1 ? 'have' : 'has'} no effect: the application does not call \`enableVersioning\``,
        fix: 'Call `app.enableVersioning(…)` in `configure` of `runApigen`, as in `main.ts`, or remove the version.',
      };
    }
  },
};

function placeOfVersion({ controller, handler, on }: UnversionedRoute): {
  readonly controller: string;
  readonly handler?: string;
} {
  return on === 'handler' ? { controller, handler } : { controller };
}
