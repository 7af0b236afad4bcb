import * as fc from 'fast-check';
import type { ApplicationSpec } from './arbitrary-application.js';
import { PRIVATE } from './arbitrary-text.js';
import { asJson } from './json.js';

const circular: Record<string, unknown> = { type: 'mock', kind: 'lambda' };
circular['self'] = circular;

/** What an option can turn out to be when nobody checked its type. */
const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withBoxedValues: true,
  }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    '${',
    `\${${PRIVATE}.x}`,
    `${PRIVATE} \${}`,
    '${a}${b}',
    Number.NaN,
    -1,
    1e21,
    [],
    [undefined],
    [[]],
    {},
    { type: 'aws' },
    { type: 'mock', responses: [] },
    { type: 'mock', responses: { default: null } },
    { type: 'http', requestParameters: { a: 1 } },
    { '@deploy': [1] },
    { toString: null, toJSON: 1 },
    JSON.parse('{"__proto__":{"type":"mock"},"constructor":1}'),
    circular,
    [circular],
    Symbol('garbage'),
    () => PRIVATE,
    class Garbage {},
    Object.create(null),
    { kind: Object.create(null), statusCode: Object.create(null), type: Object.create(null) },
    { default: { statusCode: Object.create(null) } },
    { type: 'mock', responses: { default: { statusCode: Object.create(null) } } },
    { kind: { toString: 1 }, options: circular },
    new Proxy({}, {}),
    10n,
    { value: 10n },
  ),
);

interface Corruption {
  /** Which options, counted round. */
  readonly where: number;
  /** Replaces all of them, one of them, or adds one. */
  readonly how: 'all' | 'one' | 'more';
  readonly key: number;
  readonly value: unknown;
}

const corruption: fc.Arbitrary<Corruption> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('all' as const, 'one' as const, 'one' as const, 'more' as const),
  key: fc.nat(),
  value: garbage,
});

/** An application some of whose decorators and authorizers were given garbage. */
export function corruptDecorators(application: fc.Arbitrary<ApplicationSpec>): fc.Arbitrary<ApplicationSpec> {
  return fc
    .tuple(application, fc.array(corruption, { minLength: 1, maxLength: 6 }))
    .map(([spec, corruptions]) => {
      const owners = spec.modules
        .flatMap(({ controllers }) => controllers)
        .flatMap((controller) => [controller, ...controller.handlers]);
      const total =
        owners.reduce((sum, { decorations }) => sum + decorations.length, 0) + spec.authorizers.length;
      let next = 0;
      const change = (value: unknown): unknown => {
        const place = next++;
        return corruptions
          .filter(({ where }) => where % total === place)
          .reduce((changed: unknown, given) => corrupt(changed, given), value);
      };
      const decorate = <Owner extends (typeof owners)[number]>(owner: Owner): Owner => ({
        ...owner,
        decorations: owner.decorations.map(({ decorator, args }) => {
          const [first, ...rest] = args;
          const changed = change(first);
          return { decorator, args: changed === first ? args : [changed, ...rest] };
        }),
      });
      return {
        ...spec,
        authorizers: spec.authorizers.map(({ kind, options }) => ({
          kind,
          options: change(options) as typeof options,
        })),
        modules: spec.modules.map((module) => ({
          ...module,
          controllers: module.controllers.map((controller) => ({
            ...decorate(controller),
            handlers: controller.handlers.map(decorate),
          })),
        })),
      };
    });
}

/** An application whose module was given garbage. */
export function corruptOptions(application: fc.Arbitrary<ApplicationSpec>): fc.Arbitrary<ApplicationSpec> {
  return fc
    .tuple(application, fc.array(corruption, { minLength: 1, maxLength: 4 }))
    .map(([spec, corruptions]) => ({
      ...spec,
      options: corruptions.reduce(corrupt, spec.options as unknown) as ApplicationSpec['options'],
    }));
}

function corrupt(value: unknown, { how, key, value: other }: Corruption): unknown {
  if (how === 'all') return other;
  const options = asJson(value);
  const keys = Object.keys(options);
  const chosen = keys[key % Math.max(keys.length, 1)];
  if (how === 'more' || chosen === undefined) return { ...options, [`unknown${key % 3}`]: other };
  const inner = options[chosen];
  // Now and then deeper: the options of an option. A smaller key each time, as the value may hold itself.
  const changed = key % 2 === 0 && Object.keys(asJson(inner)).length > 0;
  return {
    ...options,
    [chosen]: changed ? corrupt(inner, { how, key: key >> 1 || 1, where: 0, value: other }) : other,
  };
}
