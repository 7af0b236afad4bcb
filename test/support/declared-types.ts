/** A type of the tables that the large fixtures are declared in, such as `uuid[]`, `Map<int>` or `CatDto|DogDto|null`. */
export type TypeNode =
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list' | 'map'; readonly of: TypeNode }
  | { readonly kind: 'union'; readonly of: readonly TypeNode[] }
  | { readonly kind: 'nullable'; readonly of: TypeNode };

/** What a scalar of the tables is in OpenAPI. */
export const SCALARS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  text: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  email: { type: 'string', format: 'email' },
  url: { type: 'string', format: 'uri' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  secret: { type: 'string', format: 'password' },
  bytes: { type: 'string', format: 'byte' },
  binary: { type: 'string', format: 'binary' },
  int: { type: 'integer' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  number: { type: 'number' },
  float: { type: 'number', format: 'float' },
  double: { type: 'number', format: 'double' },
  flag: { type: 'boolean' },
  // Anything that JSON can say in braces, as a `Record<string, unknown>` without options is documented.
  object: { type: 'object', additionalProperties: true },
  any: {},
};

/** A generic one is a name of its own: `Page<UserDto>` is the schema `Page_UserDto`. */
export function parseType(text: string): TypeNode {
  const alternatives = splitUnion(text);
  const others = alternatives.filter((one) => one !== 'null');
  if (others.length < alternatives.length) return { kind: 'nullable', of: parseType(others.join('|')) };
  if (others.length > 1) return { kind: 'union', of: others.map(parseType) };
  if (text.endsWith('[]')) return { kind: 'list', of: parseType(text.slice(0, -2)) };
  const map = /^Map<(.+)>$/.exec(text);
  if (map) return { kind: 'map', of: parseType(map[1]!) };
  if (text.startsWith('(') && text.endsWith(')')) return parseType(text.slice(1, -1));
  if (Object.hasOwn(SCALARS, text)) return { kind: 'scalar', name: text };
  return { kind: 'named', name: text };
}

/** The names that a type is made of. */
export function namesIn(type: TypeNode): readonly string[] {
  if (type.kind === 'named') return [type.name];
  if (type.kind === 'scalar') return [];
  return [type.of].flat().flatMap(namesIn);
}

/** At the bars that stand in no bracket. */
function splitUnion(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if ('(<'.includes(letter)) depth += 1;
    if (')>'.includes(letter)) depth -= 1;
    if (letter === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
