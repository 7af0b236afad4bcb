import { formatDeployValue, isPlaceholder, parsePlaceholders } from '../../values/deploy-value.js';

/** Below these keys all is text, in which `${name}` is Velocity's: templates, and what is raw by design. */
const TEXT = ['requestTemplates', 'responseTemplates', 'expression', 'code', 'ignore'];

/**
 * Options with the values of the command line in place of their placeholders, as if their author had written them so:
 * the checks of a literal then hold for them, and each is escaped for the place where it stands.
 */
export function fillPlaceholders<Options>(options: Options, vars: ReadonlyMap<string, string>): Options;
export function fillPlaceholders(options: unknown, vars: ReadonlyMap<string, string>): unknown {
  // One object that several routes share, such as an authorizer, is filled once and stays shared; a circle ends.
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
      // A getter is the application's own code, which may throw.
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

/** The placeholders of `vars` that stand in options, sorted. */
export function findFilled(options: unknown, vars: ReadonlyMap<string, string>): readonly string[] {
  return [...vars.keys()]
    .filter((name) => fillPlaceholders(options, new Map([[name, `\${${name}_}`]])) !== options)
    .toSorted();
}
