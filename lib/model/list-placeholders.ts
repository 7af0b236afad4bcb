import { visitDeployOptions } from '../values/visit-deploy-options.js';
import type { Route, RouteConcern } from './gateway-model.js';
import { perModel } from './per-model.js';

/** A placeholder, and everything that names it. */
export interface Placeholder {
  readonly name: string;
  /** The options that hold it, each once. */
  readonly options: readonly PlaceholderOption[];
  /** The routes that need it, each with the settings that do. A setting of the whole API has none. */
  readonly uses: readonly { readonly route: Route; readonly concerns: readonly RouteConcern[] }[];
}

export interface PlaceholderOption {
  readonly name: string;
  /** The placeholder is the whole value, and not a part of it. */
  readonly isWhole: boolean;
}

/** Every placeholder of the options, by its name. */
export const listPlaceholders = perModel((model): readonly Placeholder[] => {
  const { routes, authorizers, settings } = model;
  const found = new Map<
    string,
    { options: Map<string, PlaceholderOption>; uses: Map<Route, Set<RouteConcern>> }
  >();
  const add = (tree: unknown, use?: readonly [Route, RouteConcern]): void =>
    visitDeployOptions(tree, '', (name, option, isWhole) => {
      const known = found.get(name) ?? { options: new Map(), uses: new Map() };
      found.set(name, known);
      known.options.set(`${option} ${isWhole}`, { name: option, isWhole });
      if (use) known.uses.set(use[0], (known.uses.get(use[0]) ?? new Set()).add(use[1]));
    });
  add(settings);
  for (const route of routes) {
    add(route.integration, [route, 'integration']);
    add(route.authorizer && authorizers[route.authorizer.index], [route, 'authorizer']);
    add(route.cors, [route, 'cors']);
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { options, uses }]) => ({
      name,
      options: [...options.values()],
      uses: [...uses].map(([route, concerns]) => ({ route, concerns: [...concerns] })),
    }));
});
