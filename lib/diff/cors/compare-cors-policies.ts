import type { Found } from '../change.js';
import { showList } from '../show-value.js';
import type { CorsPolicy } from './cors-policy.js';

/** Whether a method of the path has a route, in the base and now. */
export interface MethodChange {
  readonly had: (method: string) => boolean;
  readonly has: (method: string) => boolean;
}

/** What browsers may do that they could not do before, and the other way round. */
export function compareCorsPolicies(
  base: CorsPolicy | undefined,
  now: CorsPolicy | undefined,
  methods: MethodChange,
): readonly Found[] {
  if (!base && !now) return [];
  if (!now || (now.origins.length === 0 && base && base.origins.length > 0)) {
    return [
      {
        kind: 'cors-removed',
        message: 'the CORS policy is removed: browsers block calls from other origins',
      },
    ];
  }
  const was = base ?? NO_POLICY;
  const origins = compareOrigins(was, now);
  return [
    ...origins,
    // With other origins, it comes or goes by itself.
    ...(base && origins.length === 0 ? compareCaching(base, now) : []),
    ...compareCredentials(was, now),
    ...(base ? [...compareLists(base, now, methods), ...compareAges(base, now)] : []),
  ];
}

const NO_POLICY: CorsPolicy = { origins: [], credentials: false, methods: [], headers: [], exposed: [] };

function compareOrigins(base: CorsPolicy, now: CorsPolicy): readonly Found[] {
  const fresh = now.origins.filter((origin) => !base.origins.some((other) => covers(other, origin)));
  const gone = base.origins.filter((origin) => !now.origins.some((other) => covers(other, origin)));
  return [
    ...(fresh.length > 0
      ? [{ kind: 'cors-origin-allowed' as const, message: `CORS now allows ${nameOrigins(fresh)}` }]
      : []),
    ...(gone.length > 0
      ? [
          {
            kind: 'cors-narrowed' as const,
            message: gone.includes('*')
              ? `CORS allows only ${nameOrigins(now.origins)} now`
              : `CORS no longer allows ${nameOrigins(gone)}`,
          },
        ]
      : []),
  ];
}

function nameOrigins(origins: readonly string[]): string {
  if (origins.includes('*')) return 'every origin';
  return `the ${origins.length === 1 ? 'origin' : 'origins'} ${showList(origins)}`;
}

/** Whether every caller of an origin is one of the other. */
function covers(wide: string, origin: string): boolean {
  if (wide === '*' || wide === origin) return true;
  const [, scheme, suffix] = /^([^:]*:\/\/)\*(.*)$/.exec(wide) ?? [];
  return (
    scheme !== undefined &&
    origin.startsWith(scheme) &&
    origin.endsWith(suffix!) &&
    origin.length > scheme.length + suffix!.length
  );
}

function compareCredentials(base: CorsPolicy, now: CorsPolicy): readonly Found[] {
  if (base.credentials === now.credentials) return [];
  return now.credentials
    ? [{ kind: 'cors-credentials-allowed', message: 'CORS now allows cookies and other credentials' }]
    : [{ kind: 'cors-narrowed', message: 'CORS no longer allows cookies and other credentials' }];
}

function compareLists(base: CorsPolicy, now: CorsPolicy, { had, has }: MethodChange): readonly Found[] {
  // A method that comes or goes with its route is not a change of the policy.
  const methods = compareList(base.methods, now.methods, 'method', {
    fresh: (method) => had(method) || !has(method),
    gone: (method) => has(method) || !had(method),
  });
  return [
    ...methods,
    ...compareList(base.headers, now.headers, 'request header'),
    ...compareList(base.exposed, now.exposed, 'response header'),
  ];
}

/** Which items count. */
interface Counts {
  readonly fresh: (item: string) => boolean;
  readonly gone: (item: string) => boolean;
}

const EVERY: Counts = { fresh: () => true, gone: () => true };

function compareList(
  base: readonly string[],
  now: readonly string[],
  what: string,
  counts: Counts = EVERY,
): readonly Found[] {
  const fresh = now.filter((one) => !hasName(base, one) && counts.fresh(one));
  const gone = base.filter((one) => !hasName(now, one) && counts.gone(one));
  return [
    ...(fresh.length > 0
      ? [{ kind: 'cors-changed' as const, message: `CORS now allows the ${what} ${showList(fresh)}` }]
      : []),
    ...(gone.length > 0
      ? [{ kind: 'cors-narrowed' as const, message: `CORS no longer allows the ${what} ${showList(gone)}` }]
      : []),
  ];
}

function hasName(list: readonly string[], name: string): boolean {
  return list.some((one) => one.toLowerCase() === name.toLowerCase());
}

function compareCaching(base: CorsPolicy, now: CorsPolicy): readonly Found[] {
  if (base.varies === now.varies) return [];
  const message = now.varies
    ? 'responses have `Vary: Origin` now'
    : 'responses no longer have `Vary: Origin`: a cache may give one origin the response to another';
  return [{ kind: 'cors-changed', message }];
}

function compareAges(base: CorsPolicy, now: CorsPolicy): readonly Found[] {
  if (base.maxAge === now.maxAge) return [];
  const [age, before] = [now, base].map(({ maxAge }) =>
    maxAge === undefined ? 'as long as they like' : `for ${maxAge} seconds`,
  );
  const message = `browsers keep a preflight ${age!}, before ${before!}`;
  return [{ kind: 'cors-changed', message }];
}
