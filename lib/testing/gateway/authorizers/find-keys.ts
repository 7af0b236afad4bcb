import { NotServed } from '../not-served.js';
import type { JsonWebKeySet } from './verify-token.js';

/** How tokens of Cognito and of other issuers are checked. */
export interface TokenSettings {
  /**
   * Keys of the issuers: one set for all, or one for each by its URL: `{ 'https://id.example.com': keys }`. A set is the
   * JSON itself, or the URL where it is, such as `http://127.0.0.1:8080/realms/shop/protocol/openid-connect/certs`.
   */
  readonly jwks?: JsonWebKeySet | string | Readonly<Record<string, JsonWebKeySet | string>>;
  /** Accepts tokens without checking their signature: for development only. @default false */
  readonly trustUnsigned?: boolean;
}

/** Milliseconds for which keys from a URL are kept, and that a URL has to answer. */
const KEPT = 300_000;
const PATIENCE = 1_500;

/** Finds the keys of an issuer; keys of a URL are fetched once in a while. */
export type FindKeys = (issuer: string | undefined) => Promise<JsonWebKeySet>;

/** @throws NotServed without keys */
export function createKeyFinder({ jwks }: TokenSettings, now: () => number): FindKeys {
  const fetched = new Map<string, { readonly keys: Promise<JsonWebKeySet>; readonly until: number }>();
  return async (issuer) => {
    const given = choose(jwks, issuer);
    if (given === undefined)
      throw new NotServed(
        `No keys of the issuer \`${issuer ?? 'of the token'}\`. Give them with \`--jwks FILE-OR-URL\` or \`serve: { jwks }\`, or start with \`--trust-unsigned\` for development.`,
      );
    if (typeof given !== 'string') return given;
    const known = fetched.get(given);
    if (known && known.until > now()) return await known.keys;
    const keys = fetchKeys(given);
    fetched.set(given, { keys, until: now() + KEPT });
    // A failure is not kept.
    keys.catch(() => fetched.delete(given));
    return await keys;
  };
}

function choose(jwks: TokenSettings['jwks'], issuer: string | undefined): JsonWebKeySet | string | undefined {
  if (typeof jwks !== 'object' || isKeySet(jwks)) return jwks;
  const byIssuer = jwks as Readonly<Record<string, JsonWebKeySet | string>>;
  return issuer !== undefined && Object.hasOwn(byIssuer, issuer) ? byIssuer[issuer] : byIssuer['*'];
}

function isKeySet(value: unknown): value is JsonWebKeySet {
  return Array.isArray((value as { readonly keys?: unknown } | null)?.keys);
}

async function fetchKeys(url: string): Promise<JsonWebKeySet> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    const keys: unknown = await answer.json();
    if (answer.ok && isKeySet(keys)) return keys;
    throw new Error(`status ${answer.status}, and no \`keys\``);
  } catch (thrown) {
    const { message, cause } = thrown as Error;
    throw new NotServed(`No keys at ${url}: ${(cause as Error | undefined)?.message ?? message}.`);
  }
}
