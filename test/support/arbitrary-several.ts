import * as fc from 'fast-check';

/** A handler among several of one verb and path, as data. */
export interface SeveralHandler {
  readonly versions: readonly string[];
  /** Absent: any body. */
  readonly dto?: { readonly name: string; readonly members: Readonly<Record<string, MemberSpec>> };
  /** Whether `@ApiBody` describes the body, or a pipe of the argument makes the DTO of it. */
  readonly piped: boolean;
  readonly query: Readonly<Record<string, boolean>>;
  readonly headers: Readonly<Record<string, boolean>>;
}

export interface MemberSpec {
  readonly type: 'string' | 'number' | 'boolean';
  readonly required: boolean;
}

export interface SeveralSpec {
  readonly by: 'header' | 'media' | 'custom' | 'host';
  /** Whether each handler has a controller of its own. All are of one name. */
  readonly apart: boolean;
  readonly handlers: readonly SeveralHandler[];
}

const member: fc.Arbitrary<MemberSpec> = fc.record({
  type: fc.constantFrom('string', 'number', 'boolean'),
  required: fc.boolean(),
});

const handler: fc.Arbitrary<Omit<SeveralHandler, 'versions'> & { readonly twice: boolean }> = fc.record(
  {
    twice: fc.boolean(),
    piped: fc.oneof(
      { weight: 4, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    dto: fc.record({
      name: fc.constantFrom('CreateDto', 'CreateDto', 'OtherDto'),
      members: fc.dictionary(fc.constantFrom('id', 'name', 'count'), member, { minKeys: 1 }),
    }),
    // Whether it is required.
    query: fc.dictionary(fc.constantFrom('page', 'mode'), fc.boolean()),
    headers: fc.dictionary(fc.constantFrom('X-Tenant', 'X-Trace'), fc.boolean()),
  },
  { requiredKeys: ['twice', 'piped', 'query', 'headers'] },
);

/** Handlers of one verb and path, which the application chooses among; sometimes there is only one. */
export const several: fc.Arbitrary<SeveralSpec> = fc
  .record({
    by: fc.constantFrom('header' as const, 'media' as const, 'custom' as const, 'host' as const),
    apart: fc.boolean(),
    handlers: fc.array(handler, { minLength: 1, maxLength: 3 }),
  })
  .map(({ handlers, ...rest }) => ({
    ...rest,
    handlers: handlers.map(({ twice, ...one }, index) => ({
      ...one,
      versions: twice ? [`${index}`, `${index}.5`] : [`${index}`],
    })),
  }));
