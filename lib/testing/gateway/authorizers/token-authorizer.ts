import { matchesWhole } from '../../java/java-regex.js';
import type { GatewayCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import type { FindKeys, TokenSettings } from './find-keys.js';
import { readIdentity } from './read-identity.js';
import { refuse } from './refuse.js';
import type { Guard } from './requirements.js';
import {
  checkClaims,
  checkSignature,
  InvalidToken,
  listScopes,
  readToken,
  type ClaimRules,
  type ReadToken,
} from './verify-token.js';
import { writeClaims } from './write-claims.js';

type TokenGuard = Extract<Guard, { readonly kind: 'cognito' | 'jwt' }>;

/** What tokens are checked with. */
export interface TokenPorts {
  readonly settings: TokenSettings;
  readonly findKeys: FindKeys;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Checks a token of Cognito or of another issuer; resolves to `$context.authorizer`. */
export async function checkToken(
  call: GatewayCall,
  guard: TokenGuard,
  { settings, findKeys, now }: TokenPorts,
): Promise<Readonly<Record<string, unknown>>> {
  const step = `authorizer ${guard.name}`;
  const text = readIdentity(guard.source, call.view);
  if (text === undefined) {
    return refuse(call, { type: 'UNAUTHORIZED', step, outcome: `401: ${guard.source} is missing or empty` });
  }
  const notes: string[] = [];
  let token: ReadToken;
  try {
    token = readToken(text);
    checkClaims(token.claims, listRules(guard, token, notes), now());
    if (settings.trustUnsigned) {
      notes.push('its signature was not checked');
    } else {
      checkSignature(
        token,
        await findKeys(guard.kind === 'jwt' ? guard.issuer : String(token.claims['iss'])),
      );
      const { alg } = token.header;
      if (!String(alg).startsWith('RS'))
        throw new InvalidToken(`its algorithm is ${String(alg)}, and API Gateway takes RSA only`);
    }
  } catch (thrown) {
    if (!(thrown instanceof InvalidToken)) throw thrown;
    return refuse(call, {
      type: 'UNAUTHORIZED',
      ...(thrown.isExpired && guard.kind === 'cognito' ? { message: 'The incoming token has expired' } : {}),
      step,
      outcome: `401: the token is not accepted, because ${thrown.message}`,
    });
  }
  checkScopes(call, guard, step, token);
  call.explain({
    step,
    outcome: ['allowed by the token', ...notes].join('; '),
    data: { claims: token.claims, ...(guard.scopes.length > 0 ? { scopes: guard.scopes } : {}) },
  });
  const claims = writeClaims(token.claims, guard.kind);
  return guard.kind === 'cognito'
    ? { claims }
    : { claims, scopes: guard.scopes.length > 0 ? guard.scopes : null };
}

function listRules(guard: TokenGuard, { claims }: ReadToken, notes: string[]): ClaimRules {
  if (guard.kind === 'jwt') {
    if (guard.issuer === undefined) throw new NotServed(`The authorizer \`${guard.name}\` has no issuer.`);
    const isFilled = !isPlaceholder(guard.issuer);
    if (!isFilled) notes.push(`its issuer was not checked: nothing fills ${guard.issuer}`);
    const audience = guard.audience.filter((one) => !isPlaceholder(one));
    if (audience.length < guard.audience.length)
      notes.push('its audience was not checked: a placeholder is not filled');
    return {
      ...(isFilled ? { issuers: [guard.issuer] } : {}),
      ...(audience.length > 0 && audience.length === guard.audience.length ? { audience } : {}),
    };
  }
  const issuers = guard.poolArns.flatMap(nameIssuer);
  const isFilled = issuers.length === guard.poolArns.length;
  if (!isFilled) notes.push('its issuer was not checked: the ARN of a user pool is not filled');
  const audience = [claims['aud'] ?? ''].flat().map(String);
  if (guard.validation !== undefined && !audience.some((one) => matchesWhole(guard.validation!, one)))
    throw new InvalidToken(`its \`aud\` does not match ${guard.validation}`);
  return { ...(isFilled ? { issuers } : {}), use: guard.scopes.length > 0 ? 'access' : 'id' };
}

function isPlaceholder(text: string): boolean {
  return /\$\{\w+\}/.test(text);
}

/** The issuer of the tokens of `arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID`. */
function nameIssuer(arn: string): readonly string[] {
  const [, region, id] = /^arn:[^:]*:cognito-idp:([^:]*):[^:]*:userpool\/([^${}]+)$/.exec(arn) ?? [];
  return id === undefined ? [] : [`https://cognito-idp.${region}.amazonaws.com/${id}`];
}

/** One of the route's scopes is enough. */
function checkScopes(call: GatewayCall, guard: TokenGuard, step: string, { claims }: ReadToken): void {
  const scopes = listScopes(claims);
  if (guard.scopes.length === 0 || guard.scopes.some((scope) => scopes.includes(scope))) return;
  const outcome = `the token has the scopes ${scopes.join(', ') || '(none)'}, and the route asks for one of ${guard.scopes.join(', ')}`;
  if (guard.kind === 'cognito') refuse(call, { type: 'UNAUTHORIZED', step, outcome: `401: ${outcome}` });
  refuse(call, { type: 'ACCESS_DENIED', message: 'Forbidden', step, outcome: `403: ${outcome}` });
}
