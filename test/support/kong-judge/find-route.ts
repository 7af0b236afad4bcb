import { RRegex } from 'rregex';
import { listRoutes, type KongFile, type KongRoute } from './kong-file.js';

/** A file whose expressions are compiled by the regular expressions of Rust, which Kong's router is made with. */
export class KongRouter {
  readonly #routes: readonly { readonly route: KongRoute; readonly pattern: RRegex }[];

  constructor(file: KongFile) {
    this.#routes = listRoutes(file).flatMap((route) =>
      // Kong anchors the start, and writes the groups as Rust once did.
      route.paths.map((path) => ({
        route,
        pattern: new RRegex(`^${path.slice(1).replaceAll('(?<', '(?P<')}`),
      })),
    );
  }

  /** The route that Kong takes, and its captures. Every route has the same kinds of matchers: only the priority counts. */
  find(
    method: string,
    path: string,
  ): { readonly route: KongRoute; readonly captures: Readonly<Record<string, string>> } | undefined {
    const fits = this.#routes.filter(
      ({ route, pattern }) => route.methods.includes(method) && pattern.isMatch(path),
    );
    const highest = Math.max(...fits.map(({ route }) => route.regex_priority));
    const [best, second] = fits.filter(({ route }) => route.regex_priority === highest);
    if (!best) return undefined;
    if (second) throw new Error(`${method} ${path}: ${best.route.name} or ${second.route.name}`);
    const captured = best.pattern.captures(path)?.name ?? {};
    return {
      route: best.route,
      captures: Object.fromEntries(Object.entries(captured).map(([name, { value }]) => [name, value])),
    };
  }
}
