import type { Found } from '../change.js';
import { showValue } from '../show-value.js';
import type { DocumentRoute } from './read-routes.js';

/** The route of the base with the path variables of the current one, so that only the names themselves are a change. */
export function renameVariables(
  before: DocumentRoute,
  after: DocumentRoute,
): { readonly route: DocumentRoute; readonly found: readonly Found[] } {
  if (before.path === after.path) return { route: before, found: [] };
  const [was, is] = [namesOf(before.path), namesOf(after.path)];
  const pairs = was.flatMap((name, index) => (name === is[index] ? [] : [[name, is[index]!] as const]));
  const names = new Map(pairs);
  const found = pairs.map(([name, other]): Found => {
    const message = `the path variable ${showValue(name)} is now ${showValue(other)}: the deployment replaces the resource, and the backend gets the new name`;
    return { kind: 'path-variable-renamed', message };
  });
  const rename = <Part>(part: Part): Part => {
    if (part === undefined) return part;
    const text = JSON.stringify(part).replace(USE, (whole, start: string, name: string, end: string) => {
      const other = names.get(name);
      return other === undefined ? whole : start + other + end;
    });
    return JSON.parse(text, (_, value: unknown) => renameParameter(value, names)) as Part;
  };
  const { integration } = before;
  return {
    route: {
      ...before,
      path: after.path,
      operation: rename(before.operation),
      ...(integration ? { integration: rename(integration) } : {}),
    },
    found,
  };
}

/** A variable in a URI, a mapping or a template. */
const USE = /((?<!\$)\{|\.path\.|params\((?:\\"|')|path\.get\((?:\\"|'))([\w.-]+)(?=()\+?(?:\}|["'\\ ,)]))/g;

function renameParameter(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const parameter = value as { readonly in?: unknown; readonly name?: unknown };
  const other = parameter.in === 'path' && typeof parameter.name === 'string' && names.get(parameter.name);
  return other ? { ...value, name: other } : value;
}

export function namesOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*?)\+?\}/g)].map(([, name]) => name!);
}
