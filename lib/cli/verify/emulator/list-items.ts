import { isObject } from '../../../openapi/openapi.js';
import type { Connection } from './connect.js';

export type Members = Readonly<Record<string, unknown>>;

/**
 * The items of a list of API Gateway, from all its pages. An emulator that does not have the list has no items.
 *
 * @param names where the items may stand in an answer: AWS uses one name in JSON and another in HAL
 */
export async function listItems(
  connection: Connection,
  path: string,
  names: readonly string[],
): Promise<readonly Members[]> {
  const items: Members[] = [];
  const seen = new Set<string>();
  let next: string | undefined = path;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const page: unknown = await connection.get(next);
    if (!isObject(page)) break;
    items.push(...itemsOf(page, names));
    next = nextOf(page, path);
  }
  return items;
}

function itemsOf(page: Members, names: readonly string[]): readonly Members[] {
  for (const name of names) {
    const found = name
      .split('.')
      .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), page);
    if (Array.isArray(found)) return found.filter(isObject);
    if (isObject(found)) return [found];
  }
  return [];
}

/** A REST API has a position, an HTTP API a token. */
function nextOf({ position, nextToken }: Members, path: string): string | undefined {
  const [name, value] = position ? ['position', position] : ['nextToken', nextToken];
  if (typeof value !== 'string' || value === '') return undefined;
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}
