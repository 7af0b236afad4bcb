import { formatDeployValue, isPlaceholder, parsePlaceholders } from '../../values/deploy-value.js';

/** Below these keys everything is text, in which `${name}` belongs to Velocity. */
const TEXT = ['requestTemplates', 'responseTemplates', 'expression', 'code', 'ignore'];

/**
 * Replaces the placeholders in options with the values of the command line. A value is then checked and escaped like a
 * literal.
 */
export function fillPlaceholders<Options>(options: Options, vars: ReadonlyMap<string, string>): Options;
export function fillPlaceholders(options: unknown, vars: ReadonlyMap<string, string>): unknown {
  // An object that several routes share, such as an authorizer, is filled in once and stays shared. Circles end.
  const filled = new Map<object, unknown>();

  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value, vars);
    if (typeof value !== 'object' || value === null) return value;
    if (!filled.has(value)) {
      filled.set(value, value);
      filled.set(value, Array.isArray(value) ? fillItems(value) : fillMembers(value));
    }
    return filled.get(value);
  };

  const fillItems = (items: readonly unknown[]): readonly unknown[] => {
    const written = items.map(fill);
    return written.some((item, index) => item !== items[index]) ? written : items;
  };

  const fillMembers = (members: object): object => {
    const descriptors = Object.getOwnPropertyDescriptors(members) as Record<string, PropertyDescriptor>;
    let changed = false;
    for (const [key, descriptor] of Object.entries(descriptors)) {
      // A getter is code of the application and may throw.
      if (TEXT.includes(key) || !('value' in descriptor)) continue;
      const value = fill(descriptor.value);
      if (value === descriptor.value) continue;
      descriptor.value = value;
      changed = true;
    }
    // An authorizer keeps its class.
    return changed ? Object.create(Object.getPrototypeOf(members) as object | null, descriptors) : members;
  };

  return fill(options);
}

function fillText(text: string, vars: ReadonlyMap<string, string>): string {
  if (!text.includes('${')) return text;
  return formatDeployValue({
    '@deploy': parsePlaceholders(text)['@deploy'].map((part) =>
      isPlaceholder(part) ? (vars.get(part.placeholder) ?? part) : part,
    ),
  });
}

/** The placeholders of `vars` that options contain, sorted. */
export function findFilled(options: unknown, vars: ReadonlyMap<string, string>): readonly string[] {
  return [...vars.keys()]
    .filter((name) => fillPlaceholders(options, new Map([[name, `\${${name}_}`]])) !== options)
    .toSorted();
}
