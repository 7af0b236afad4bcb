import { describe, expect, it } from '@jest/globals';
import { renderClaimsCheck, type Claims } from '../../../../lib/backends/kong/guards/render-claims-check.js';
import { formatDeployValue, joinDeployValue } from '../../../../lib/values/deploy-value.js';
import { runLua } from '../../../support/run-lua.js';

const ISSUER = 'https://id.example.com/';
const value = (text: string) => joinDeployValue(text);
const CLAIMS: Claims = {
  source: { from: 'header', name: 'Authorization' },
  issuers: [value(ISSUER)],
  audience: [value('shop'), value('desk')],
  scopes: ['read', 'write'],
};

const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');
const tokenOf = (claims: unknown, header: unknown = { alg: 'RS256' }): string =>
  `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;
const GOOD = { iss: ISSUER, aud: 'shop', scope: 'read other' };

const check = (claims: unknown, given: Partial<Claims> = {}, header?: unknown) =>
  runLua(formatDeployValue(renderClaimsCheck({ ...CLAIMS, ...given })), {
    headers: { authorization: `Bearer ${tokenOf(claims, header)}` },
    now: 1000,
  });

const PASSES = undefined;
const UNAUTHORIZED = { status: 401, message: 'Unauthorized' };
const FORBIDDEN = { status: 403, message: 'Forbidden' };

describe('the check of claims', () => {
  it.each([
    ['what is asked for', GOOD, PASSES],
    ['a list of audiences', { ...GOOD, aud: ['other', 'desk'] }, PASSES],
    ['the client where there is no audience', { ...GOOD, aud: undefined, client_id: 'shop' }, PASSES],
    ['scopes as a list in scp', { ...GOOD, scope: undefined, scp: ['write'] }, PASSES],
    ['a token that is valid by now', { ...GOOD, nbf: 1000 }, PASSES],
    ['another issuer', { ...GOOD, iss: 'https://evil.example.com/' }, UNAUTHORIZED],
    ['a list with the issuer', { ...GOOD, iss: [ISSUER] }, UNAUTHORIZED],
    ['no issuer', { ...GOOD, iss: undefined }, UNAUTHORIZED],
    ['another audience', { ...GOOD, aud: 'shop2' }, UNAUTHORIZED],
    ['another audience beside the client', { ...GOOD, aud: 'other', client_id: 'shop' }, UNAUTHORIZED],
    ['an object as audience', { ...GOOD, aud: { shop: true } }, UNAUTHORIZED],
    ['no audience', { iss: ISSUER, scope: 'read' }, UNAUTHORIZED],
    ['null as audience', { ...GOOD, aud: null, client_id: 'shop' }, UNAUTHORIZED],
    ['a token for later', { ...GOOD, nbf: 1001 }, UNAUTHORIZED],
    ['a time that is no number', { ...GOOD, nbf: '0' }, UNAUTHORIZED],
    ['a part of a scope', { ...GOOD, scope: 'rea' }, FORBIDDEN],
    ['a scope with an ending', { ...GOOD, scope: 'read:all' }, FORBIDDEN],
    ['no scope', { iss: ISSUER, aud: 'shop' }, FORBIDDEN],
    ['claims that are a list', [GOOD], UNAUTHORIZED],
    ['claims that are no object', 'shop', UNAUTHORIZED],
  ])('of %s', async (_, claims, expected) => {
    expect(await check(claims)).toEqual(expected);
  });

  it('finds the id of the key where the plugin jwt finds it', async () => {
    const kids = { kids: ['k1', 'k2'] };
    expect(await check(GOOD, kids, { alg: 'RS256', kid: 'k2' })).toBe(PASSES);
    expect(await check(GOOD, kids, { alg: 'RS256', kid: 'other' })).toEqual(UNAUTHORIZED);
    expect(await check(GOOD, kids)).toEqual(UNAUTHORIZED);
    // The plugin looks in the payload first.
    expect(await check({ ...GOOD, kid: 'other' }, kids, { alg: 'RS256', kid: 'k1' })).toEqual(UNAUTHORIZED);
    expect(await check({ ...GOOD, kid: false }, kids, { alg: 'RS256', kid: 'k1' })).toBe(PASSES);
  });

  it('tells tokens of Cognito by their use', async () => {
    expect(await check({ ...GOOD, token_use: 'access' }, { use: 'access' })).toBe(PASSES);
    expect(await check({ ...GOOD, token_use: 'id' }, { use: 'access' })).toEqual(UNAUTHORIZED);
    expect(await check(GOOD, { use: 'access' })).toEqual(UNAUTHORIZED);
  });

  it('refuses what it cannot read, and leaves a missing token to the plugin jwt', async () => {
    const code = formatDeployValue(renderClaimsCheck(CLAIMS));
    const given = (authorization: string) => runLua(code, { headers: { authorization } });
    expect(await runLua(code, {})).toBe(PASSES);
    for (const authorization of [
      tokenOf(GOOD),
      `Basic ${tokenOf(GOOD)}`,
      `x Bearer ${tokenOf(GOOD)}`,
      `Bearer ${tokenOf(GOOD)} Bearer ${tokenOf(GOOD)}`,
      `Bearer ${tokenOf(GOOD)}.more`,
      'Bearer a.b',
      'Bearer !.!.!',
      'Bearer a.b.c',
      `Bearer ${part({})}.${Buffer.from('{').toString('base64url')}.c`,
      '',
    ]) {
      expect({ authorization, answer: await given(authorization) }).toEqual({
        authorization,
        answer: UNAUTHORIZED,
      });
    }
  });

  it('reads a token in the query', async () => {
    const code = formatDeployValue(
      renderClaimsCheck({
        ...CLAIMS,
        source: { from: 'query', name: 'access_token' },
        audience: [],
        scopes: [],
      }),
    );
    expect(await runLua(code, { query: { access_token: tokenOf(GOOD) } })).toBe(PASSES);
    expect(await runLua(code, { query: { access_token: tokenOf({}) } })).toEqual(UNAUTHORIZED);
    expect(await runLua(code, { query: { access_token: `Bearer ${tokenOf(GOOD)}` } })).toEqual(UNAUTHORIZED);
    expect(await runLua(code, {})).toBe(PASSES);
  });

  it('compares text with quotes, backslashes and control characters as it is', async () => {
    const hostile = 'a"] } or true --\\\n1\x012]]';
    expect(await check({ ...GOOD, aud: hostile }, { audience: [value(hostile)] })).toBe(PASSES);
    expect(await check(GOOD, { audience: [value(hostile)] })).toEqual(UNAUTHORIZED);
  });
});
