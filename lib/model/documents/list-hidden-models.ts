import type { AppSource, SourceRoute } from '../app-source.js';

/** The extra models that only routes which are hidden from the public document add. */
export function listHiddenModels(
  { routes, extraModels = [] }: AppSource,
  hiding: ReadonlySet<SourceRoute>,
): readonly string[] {
  const shown = new Set(extraModels);
  const hidden = new Set<string>();
  for (const route of routes) {
    for (const name of route.extraModels ?? []) (hiding.has(route) ? hidden : shown).add(name);
  }
  return [...hidden].filter((name) => !shown.has(name));
}
