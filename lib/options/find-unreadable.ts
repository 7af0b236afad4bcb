/** Deeper than any option, and far from the limit of the stack. */
const DEEPEST = 100;

/**
 * Why a value is not plain data: a member refers to itself, a getter throws, or a list has a hole. Later code can then
 * walk through the value safely.
 *
 * @param name what a message calls the value
 */
export function findUnreadable(value: unknown, name: string): string | undefined {
  const clean = new Set<object>();
  const above = new Set<object>();
  const find = (item: unknown, at: string): string | undefined => {
    if (typeof item !== 'object' || item === null || clean.has(item)) return undefined;
    if (above.has(item)) return `\`${at}\` refers to itself`;
    if (above.size >= DEEPEST) return `\`${at}\` has more than ${DEEPEST} levels`;
    above.add(item);
    const found = Array.isArray(item) ? findInList(item, at, find) : findInObject(item, at, find);
    above.delete(item);
    clean.add(item);
    return found;
  };
  try {
    return find(value, name);
  } catch (error) {
    return `\`${name}\` cannot be read: ${describe(error)}`;
  }
}

type Find = (item: unknown, at: string) => string | undefined;

function findInList(list: readonly unknown[], at: string, find: Find): string | undefined {
  for (let index = 0; index < list.length; index += 1) {
    if (!(index in list)) return `\`${at}[${index}]\` is a hole in the list`;
    const found = find(list[index], `${at}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInObject(object: object, at: string, find: Find): string | undefined {
  for (const key of Object.keys(object)) {
    const place = `${at}.${key}`;
    const read = readMember(object, key);
    const found =
      'error' in read ? `\`${place}\` cannot be read: ${describe(read.error)}` : find(read.item, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readMember(object: object, key: string): { readonly item: unknown } | { readonly error: unknown } {
  try {
    return { item: (object as Readonly<Record<string, unknown>>)[key] };
  } catch (error) {
    return { error };
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : typeof error;
}
