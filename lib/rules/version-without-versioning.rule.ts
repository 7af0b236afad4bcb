import type { UnversionedRoute } from '../model/routes/route.js';
import type { Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/** Without `enableVersioning` NestJS serves two versions of a route under one path, where the first one answers. */
export const versionWithoutVersioning: Rule = {
  code: 'version-without-versioning',
  severity: 'warning',
  *check({ unversioned }) {
    // By declaration: two classes may have one name.
    const seen = new Set<object>();
    for (const route of unversioned) {
      if (seen.has(route.versions)) continue;
      seen.add(route.versions);
      const versions = joinWords(route.versions.map((version) => `\`${version}\``));
      yield {
        at: placeOfVersion(route),
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
