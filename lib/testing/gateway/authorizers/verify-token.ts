import { createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';

/** Public keys, as an issuer publishes them. */
export interface JsonWebKeySet {
  /** Public keys in the JSON Web Key format. */
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** A token that was read but not verified yet. */
export interface ReadToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signed: string;
  readonly signature: Buffer;
}

/** Why a token is not accepted. */
export class InvalidToken extends Error {
  constructor(
    reason: string,
    /** Whether all that is wrong with it is its age. */
    readonly isExpired = false,
  ) {
    super(reason);
  }
}

/** @throws InvalidToken for what is not a token */
export function readToken(text: string): ReadToken {
  const parts = text.replace(/^Bearer\s+/i, '').split('.');
  const [header, claims, signature] = parts;
  if (parts.length !== 3) throw new InvalidToken('it is not a JSON web token');
  return {
    header: readPart(header!),
    claims: readPart(claims!),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature!, 'base64url'),
  };
}

function readPart(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // It is told below.
  }
  throw new InvalidToken('it is not a JSON web token');
}

/** Node's names of the algorithms, and the kind of key that each takes. */
const ALGORITHMS: Readonly<Record<string, { readonly hash: string; readonly kty: 'RSA' | 'EC' }>> = {
  RS256: { hash: 'sha256', kty: 'RSA' },
  RS384: { hash: 'sha384', kty: 'RSA' },
  RS512: { hash: 'sha512', kty: 'RSA' },
  ES256: { hash: 'sha256', kty: 'EC' },
  ES384: { hash: 'sha384', kty: 'EC' },
  ES512: { hash: 'sha512', kty: 'EC' },
};

/** @throws InvalidToken for a signature that none of the keys has made */
export function checkSignature({ header, signed, signature }: ReadToken, { keys }: JsonWebKeySet): void {
  const { alg, kid } = header;
  const algorithm = typeof alg === 'string' && Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined;
  if (!algorithm)
    throw new InvalidToken(`its algorithm is ${String(alg)}, not ${Object.keys(ALGORITHMS).join(', ')}`);
  const fitting = keys.filter(
    (key) => key['kty'] === algorithm.kty && (kid === undefined || key['kid'] === kid),
  );
  if (fitting.length === 0) throw new InvalidToken(`no ${algorithm.kty} key has its \`kid\` ${String(kid)}`);
  const data = Buffer.from(signed);
  const isGood = fitting.some((jwk) => {
    const key = importKey(jwk);
    return key !== undefined && verify(algorithm.hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
  });
  if (!isGood) throw new InvalidToken('its signature is wrong');
}

/** Keys that were read before, by their JSON. */
const imported = new WeakMap<object, KeyObject>();

function importKey(jwk: Readonly<Record<string, unknown>>): KeyObject | undefined {
  const known = imported.get(jwk);
  if (known) return known;
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    imported.set(jwk, key);
    return key;
  } catch {
    return undefined;
  }
}

/** What the claims of a token must say. */
export interface ClaimRules {
  /** Absent: any. */
  readonly issuers?: readonly string[];
  /** Values of `aud` or `client_id`. Absent: any. */
  readonly audience?: readonly string[];
  /** `token_use` of Cognito. Absent: any. */
  readonly use?: 'id' | 'access';
}

/**
 * @param now milliseconds
 * @throws InvalidToken for a token that is not for this API, or not for this time
 */
export function checkClaims(claims: ReadToken['claims'], rules: ClaimRules, now: number): void {
  const { iss, aud, client_id, exp, nbf, iat, token_use } = claims;
  const { issuers, audience, use } = rules;
  if (issuers && !issuers.includes(String(iss)))
    throw new InvalidToken(`its \`iss\` is ${String(iss)}, not ${issuers.join(' or ')}`);
  // A token with both is for whom `aud` says.
  const owners = [aud ?? client_id].flat();
  if (audience && !owners.some((owner) => typeof owner === 'string' && audience.includes(owner)))
    throw new InvalidToken(
      `its ${aud === undefined ? '`client_id`' : '`aud`'} is ${owners.join(', ')}, not ${audience.join(' or ')}`,
    );
  if (use !== undefined && token_use !== undefined && token_use !== use)
    throw new InvalidToken(
      use === 'id'
        ? 'it is an access token; without scopes on the route, Cognito takes an ID token'
        : 'it is an ID token; with scopes on the route, Cognito takes an access token',
    );
  if (typeof exp !== 'number') throw new InvalidToken('it has no `exp`');
  const seconds = now / 1000;
  for (const [name, value] of Object.entries({ nbf, iat }))
    if (value !== undefined && !(typeof value === 'number' && value <= seconds + SKEW))
      throw new InvalidToken(`its \`${name}\` is in the future`);
  if (exp <= seconds) throw new InvalidToken(`it expired ${Math.round(seconds - exp)} s ago`, true);
}

/** Seconds by which a clock may be wrong. */
const SKEW = 30;

/** The scopes of a token: a text of several words, or a list. */
export function listScopes({ scope, scp }: ReadToken['claims']): readonly string[] {
  return [scope ?? scp ?? []].flat().flatMap((text) => String(text).split(' ').filter(Boolean));
}
