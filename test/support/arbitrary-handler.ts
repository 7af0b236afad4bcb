import * as fc from 'fast-check';
import type { AuthorizerSpec } from './arbitrary-authorizer.js';
import { settings } from './arbitrary-gateway.js';
import { integration, type Decoration } from './arbitrary-integration.js';
import { description, hostileText, privateText } from './arbitrary-text.js';

/** What a handler can refer to. */
export interface Surroundings {
  readonly authorizers: readonly AuthorizerSpec[];
  /** How many DTOs there are. */
  readonly dtos: number;
  /** Whether paths hold versions. */
  readonly versioned: boolean;
}

/** A route handler, as data. */
export interface HandlerSpec {
  readonly name: string;
  readonly verb: Verb;
  readonly paths: readonly string[];
  readonly versions?: readonly string[];
  /** `@ApiExcludeEndpoint` */
  readonly hidden: boolean;
  readonly decorations: readonly Decoration[];
  /** Decorators of Nest and of its Swagger module. */
  readonly strange?: readonly Decoration[];
  readonly query: readonly string[];
  readonly headers: readonly string[];
  readonly body?: { readonly dto: number; readonly isArray: boolean };
  readonly queryDto?: number;
  readonly responses: readonly ResponseSpec[];
  /** Options of `@ApiOperation`. */
  readonly operation: Readonly<Record<string, unknown>>;
  /** Options of `@ApiExtension`, by key. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface ResponseSpec {
  readonly status: number | 'default' | '4XX';
  readonly description: string;
  readonly dto?: number;
  readonly isArray: boolean;
  readonly headers: readonly string[];
}

export type Verb = 'Get' | 'Post' | 'Put' | 'Patch' | 'Delete' | 'Head' | 'Options' | 'All' | 'Search';

const VERBS: readonly Verb[] = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All'];
/** One variable name for each level below a controller, and wildcards below literals of their own. */
const HANDLER_PATHS = [
  '',
  '/',
  ':id',
  ':id/items',
  ':id/items/:item',
  'list.json',
  'files/*rest',
  'optional{/:part}',
  'a_b-c,d/:id',
];
/** A preflight carries no credentials. */
const OPEN: readonly Decoration[] = [
  { decorator: 'AwsPublic', args: [] },
  { decorator: 'AwsApiKey', args: [false] },
];
const PARAMETERS = ['q', 'page', 'filter[a]', 'page.size', 'id', 'X-Tenant', 'Authorization', 'ü'];

export function versions({ versioned }: Surroundings): fc.Arbitrary<readonly string[] | undefined> {
  return versioned
    ? fc.constantFrom(undefined, ['1'], ['1', '2'], ['neutral'], ['2', 'neutral'])
    : fc.constant(undefined);
}

/** `''` and `/` are one path. */
export function meets(path: string, other: string): boolean {
  return path.replace(/^\/$/, '') === other.replace(/^\/$/, '');
}

/** A member, or none. */
export function optional<T>(key: string, value: T | undefined): Record<string, T> {
  return value === undefined ? {} : { [key]: value };
}

export function handlerSpec(surroundings: Surroundings): fc.Arbitrary<HandlerSpec> {
  const dto = fc.nat({ max: surroundings.dtos - 1 });
  const exclude = fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ decorator: 'AwsExclude', args: [] }]) },
    { weight: 1, arbitrary: fc.constant([{ decorator: 'AwsExclude', args: [{ keepInPublic: true }] }]) },
  );
  return fc
    .record({
      verb: fc.constantFrom(...VERBS),
      paths: fc.oneof(
        fc.constantFrom(...HANDLER_PATHS).map((path) => [path]),
        fc.uniqueArray(fc.constantFrom(...HANDLER_PATHS), { minLength: 2, maxLength: 2, comparator: meets }),
      ),
      versions: versions(surroundings),
      hidden: fc.oneof(
        { weight: 5, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      integration: fc.option(integration, { nil: undefined }),
      settings: settings(surroundings.authorizers),
      exclude,
      query: fc.subarray(PARAMETERS, { maxLength: 3 }),
      headers: fc.subarray(PARAMETERS, { maxLength: 2 }),
      body: fc.option(fc.record({ dto, isArray: fc.boolean() }), { nil: undefined }),
      queryDto: fc.option(dto, { nil: undefined, freq: 3 }),
      responses: fc.uniqueArray(response(dto), {
        maxLength: 3,
        selector: ({ status }) => status,
      }),
      operation: fc.record(
        {
          summary: hostileText,
          description,
          deprecated: fc.boolean(),
          tags: fc.uniqueArray(hostileText, { maxLength: 2 }),
          operationId: fc.constantFrom('same', 'a-b', 'a_b', 'ü', ''),
        },
        { requiredKeys: [] },
      ),
      extensions: fc.record(
        {
          'x-own': hostileText,
          'x-amazon-note': privateText,
          'x-own-object': fc.record({ text: hostileText, list: fc.array(fc.integer(), { maxLength: 2 }) }),
        },
        { requiredKeys: [] },
      ),
    })
    .map(
      ({
        integration: given,
        settings: others,
        exclude: left,
        versions: own,
        body,
        queryDto,
        verb,
        ...rest
      }) => ({
        ...rest,
        name: '',
        verb,
        ...optional('versions', own),
        ...(body && ['Post', 'Put', 'Patch', 'All'].includes(verb) ? { body } : {}),
        ...optional('queryDto', queryDto),
        decorations: [...(given ? [given] : []), ...(verb === 'Options' ? OPEN : others), ...left],
      }),
    );
}

function response(dto: fc.Arbitrary<number>): fc.Arbitrary<ResponseSpec> {
  return fc
    .record({
      status: fc.constantFrom<ResponseSpec['status'][]>(200, 201, 204, 404, 500, 'default', '4XX'),
      description,
      dto: fc.option(dto, { nil: undefined }),
      isArray: fc.boolean(),
      headers: fc.subarray(['X-Total', 'ETag', 'x y']),
    })
    .map(({ dto: model, ...rest }) => ({ ...rest, ...optional('dto', model) }));
}
