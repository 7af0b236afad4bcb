import { afterEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  createAuthorizer,
  type AuthorizerSettings,
} from '../../../../lib/testing/gateway/authorizers/create-authorizer.js';
import type { Authorization } from '../../../../lib/testing/gateway/local-gateway-ports.js';
import { startEcho, type EchoServer } from '../../../support/echo-server.js';
import { gatewayCall, type TestedCall } from '../../../support/gateway-call.js';

/** Milliseconds; 2023-11-14T22:13:20Z. */
const NOW = 1_700_000_000_000;
const SECONDS = NOW / 1000;
const POOL = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_ABC';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwks = {
  keys: [
    { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa' },
    { ...ec.publicKey.export({ format: 'jwk' }), kid: 'ec' },
  ] as readonly Readonly<Record<string, unknown>>[],
};

type Claims = Readonly<Record<string, unknown>>;

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function issue(claims: Claims, header: Claims = {}, key: KeyObject = rsa.privateKey): string {
  const text = `${encode({ alg: 'RS256', kid: 'rsa', ...header })}.${encode({ exp: SECONDS + 60, ...claims })}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

const schemes = {
  pool: {
    type: 'apiKey',
    name: 'Authorization',
    'x-amazon-apigateway-authorizer': {
      type: 'cognito_user_pools',
      providerARNs: ['arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_ABC'],
    },
  },
  jwt: {
    type: 'oauth2',
    'x-amazon-apigateway-authorizer': {
      type: 'jwt',
      identitySource: '$request.header.Authorization',
      jwtConfiguration: { issuer: 'https://id', audience: ['shop'] },
    },
  },
};

function open(scheme: 'pool' | 'jwt', token: string | undefined, scopes: readonly string[] = []): TestedCall {
  return gatewayCall({
    sample: token === undefined ? {} : { headers: { authorization: token } },
    operation: { security: [{ [scheme]: scopes }] },
    document: { components: { securitySchemes: schemes } },
  });
}

async function ask(call: TestedCall, settings: AuthorizerSettings = { jwks }): Promise<Authorization> {
  return await createAuthorizer(settings, () => NOW)(call);
}

async function refusal(call: TestedCall, settings?: AuthorizerSettings): Promise<string> {
  const thrown = await ask(call, settings).then(
    () => new Error('let through'),
    (error: Error) => error,
  );
  const { type = '', message } = thrown as Error & { readonly type?: string };
  return [type, message, call.steps.at(-1)?.outcome ?? ''].join(' | ');
}

describe('tokens of Cognito', () => {
  const claims = { iss: POOL, sub: 'ann', aud: 'client', token_use: 'id' };

  it('pass, with and without Bearer, and their claims are texts', async () => {
    const token = issue({
      ...claims,
      'cognito:groups': ['a', 'b'],
      email_verified: true,
      iat: SECONDS,
      none: null,
    });
    const expected = {
      authorizer: {
        claims: {
          ...claims,
          'cognito:groups': 'a,b',
          email_verified: 'true',
          exp: 'Tue Nov 14 22:14:20 UTC 2023',
          iat: 'Tue Nov 14 22:13:20 UTC 2023',
        },
      },
    };
    expect(await ask(open('pool', token))).toEqual(expected);
    expect(await ask(open('pool', `Bearer ${token}`))).toEqual(expected);
  });

  it.each([
    ['none', undefined, 'is missing or empty'],
    ['no token', 'Bearer abc', 'it is not a JSON web token'],
    ['broken JSON', 'a.b.c', 'it is not a JSON web token'],
    ['a token of another pool', issue({ ...claims, iss: 'https://other' }), 'its `iss` is https://other'],
    ['a token of the future', issue({ ...claims, nbf: SECONDS + 100 }), 'its `nbf` is in the future'],
    ['a token without an end', issue({ ...claims, exp: undefined }), 'it has no `exp`'],
    [
      'an access token',
      issue({ ...claims, token_use: 'access' }),
      'without scopes on the route, Cognito takes an ID token',
    ],
    ['an unknown key', issue(claims, { kid: 'other' }), 'no RSA key has its `kid` other'],
    ['no signature', issue(claims, { alg: 'none' }), 'its algorithm is none'],
    ['a shared secret', issue(claims, { alg: 'HS256' }), 'its algorithm is HS256'],
    ['another signature', `${issue(claims).slice(0, -8)}AAAAAAAA`, 'its signature is wrong'],
    ['a key of another kind', issue(claims, { kid: 'ec' }, ec.privateKey), 'no RSA key has its `kid` ec'],
    [
      'an elliptic curve',
      issue(claims, { alg: 'ES256', kid: 'ec' }, ec.privateKey),
      'API Gateway takes RSA only',
    ],
  ])('are refused: %s', async (_, token, why) => {
    expect(await refusal(open('pool', token))).toMatch(/^UNAUTHORIZED \| {2}\| 401: /);
    expect(await refusal(open('pool', token))).toContain(why);
  });

  it('that are too old say so', async () => {
    expect(await refusal(open('pool', issue({ ...claims, exp: SECONDS - 5 })))).toBe(
      'UNAUTHORIZED | The incoming token has expired | 401: the token is not accepted, because it expired 5 s ago',
    );
  });

  it('need one of the scopes, and must be access tokens then', async () => {
    const access = { ...claims, aud: undefined, client_id: 'client', token_use: 'access', scope: 'a b' };
    expect(await ask(open('pool', issue(access), ['b', 'c']))).toHaveProperty('authorizer');
    expect(await refusal(open('pool', issue(access), ['c']))).toContain(
      'UNAUTHORIZED |  | 401: the token has the scopes a, b',
    );
    expect(await refusal(open('pool', issue(claims), ['b']))).toContain('it is an ID token');
  });

  it('are believed without a look at the signature, if told so, for their own time only', async () => {
    const unsigned = `${encode({ alg: 'none' })}.${encode({ ...claims, exp: SECONDS + 1 })}.`;
    const call = open('pool', unsigned);
    expect(await ask(call, { trustUnsigned: true })).toHaveProperty('authorizer');
    expect(call.steps).toMatchObject([{ outcome: 'allowed by the token; its signature was not checked' }]);
    const old = `${encode({ alg: 'none' })}.${encode({ ...claims, exp: SECONDS - 1 })}.`;
    expect(await refusal(open('pool', old), { trustUnsigned: true })).toContain('UNAUTHORIZED');
  });

  it('need keys', async () => {
    expect(await refusal(open('pool', issue(claims)), {})).toContain('--trust-unsigned');
  });
});

describe('tokens of an issuer', () => {
  let server: EchoServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  const claims = { iss: 'https://id', aud: ['other', 'shop'], scope: 'read write' };

  it('pass, and their lists stand in brackets', async () => {
    expect(await ask(open('jwt', issue(claims), ['write']))).toEqual({
      authorizer: {
        claims: { iss: 'https://id', aud: '[other shop]', scope: 'read write', exp: String(SECONDS + 60) },
        scopes: ['write'],
      },
    });
    const byClient = issue({ ...claims, aud: undefined, client_id: 'shop' });
    expect(await ask(open('jwt', byClient))).toMatchObject({ authorizer: { scopes: null } });
  });

  it('are refused for another audience, and without a scope', async () => {
    expect(await refusal(open('jwt', issue({ ...claims, aud: 'x' })))).toContain('its `aud` is x, not shop');
    expect(await refusal(open('jwt', issue({ ...claims, aud: 'x', client_id: 'shop' })))).toContain(
      'UNAUTHORIZED',
    );
    expect(await refusal(open('jwt', issue(claims), ['admin']))).toMatch(
      /^ACCESS_DENIED \| Forbidden \| 403: /,
    );
  });

  it('are checked with keys of a URL, which is asked once', async () => {
    server = await startEcho((_, response) => response.end(JSON.stringify(jwks)));
    const authorize = createAuthorizer({ jwks: { 'https://id': server.url } }, () => NOW);
    await authorize(open('jwt', issue(claims)));
    await authorize(open('jwt', issue(claims)));
    expect(server.received).toHaveLength(1);
  });

  it('cannot be checked where the URL has no keys', async () => {
    server = await startEcho();
    expect(await refusal(open('jwt', issue(claims)), { jwks: server.url })).toContain(
      `No keys at ${server.url}: status 200`,
    );
    expect(await refusal(open('jwt', issue(claims)), { jwks: 'http://127.0.0.1:1' })).toContain('No keys at');
  });
});
