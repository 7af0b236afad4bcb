import { visitDeployOptions } from '../values/visit-deploy-options.js';
import type { Route, RouteConcern } from './routes/route.js';
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
  const found = new Map<string, Found>();
  const read = createReader();
  const add = (tree: unknown, route?: Route, concern?: RouteConcern): void => {
    for (const [name, option] of read(tree)) {
      let known = found.get(name);
      if (!known) found.set(name, (known = { name, options: [], uses: [] }));
      if (!known.options.some((one) => one.name === option.name && one.isWhole === option.isWhole))
        known.options.push(option);
      if (route && concern) addUse(known, route, concern);
    }
  };
  add(settings);
  for (const route of routes) {
    add(route.integration, route, 'integration');
    if (route.authorizer) add(authorizers[route.authorizer.index], route, 'authorizer');
    add(route.cors, route, 'cors');
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
});

interface Found extends Placeholder {
  readonly options: PlaceholderOption[];
  readonly uses: { readonly route: Route; readonly concerns: RouteConcern[] }[];
}

/** Routes come one after the other: what the last one needs is at the end. */
function addUse({ uses }: Found, route: Route, concern: RouteConcern): void {
  const last = uses.at(-1);
  if (last?.route !== route) uses.push({ route, concerns: [concern] });
  else if (!last.concerns.includes(concern)) last.concerns.push(concern);
}

/** Routes share authorizers and CORS policies, which are read once. */
function createReader(): (tree: unknown) => readonly (readonly [name: string, option: PlaceholderOption])[] {
  const known = new Map<unknown, (readonly [string, PlaceholderOption])[]>();
  return (tree) => {
    let inside = known.get(tree);
    if (inside) return inside;
    known.set(tree, (inside = []));
    visitDeployOptions(tree, '', (placeholder, name, isWhole) =>
      inside.push([placeholder, { name, isWhole }]),
    );
    return inside;
  };
}
