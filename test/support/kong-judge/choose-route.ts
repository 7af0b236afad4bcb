/** A route as API Gateway knows it. */
export interface KnownRoute {
  /** `any` for every method. */
  readonly method: string;
  readonly path: string;
}

/**
 * The route that API Gateway takes for a request: at each segment fixed text before a variable, and a variable before a
 * greedy one; on one path a method before any-method. A path without the method does not hide a less specific one.
 */
export function chooseRoute<Route extends KnownRoute>(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly values: Readonly<Record<string, string>> } | undefined {
  const segments = segmentsOf(path);
  const fits = routes.flatMap((route) => {
    if (route.method !== 'any' && route.method.toUpperCase() !== method) return [];
    const found = match(segmentsOf(route.path), segments);
    return found ? [{ route, ...found }] : [];
  });
  const [best] = fits.toSorted(
    (a, b) =>
      compare(a.kinds, b.kinds) || Number(a.route.method === 'any') - Number(b.route.method === 'any'),
  );
  return best && { route: best.route, values: best.values };
}

interface Match {
  /** 0 fixed, 1 variable, 2 greedy. */
  readonly kinds: readonly number[];
  readonly values: Readonly<Record<string, string>>;
}

function match(pattern: readonly string[], segments: readonly string[]): Match | undefined {
  const kinds: number[] = [];
  const values: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const [, name, plus] = /^\{(.+?)(\+?)\}$/.exec(segment) ?? [];
    const given = segments[index];
    if (given === undefined) return undefined;
    if (name !== undefined && plus) {
      return { kinds: [...kinds, 2], values: { ...values, [name]: segments.slice(index).join('/') } };
    }
    if (name === undefined && segment !== given) return undefined;
    kinds.push(name === undefined ? 0 : 1);
    if (name !== undefined) values[name] = given;
  }
  return pattern.length === segments.length ? { kinds, values } : undefined;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 2) - (b[index] ?? 2);
    if (difference !== 0) return difference;
  }
  return 0;
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}
