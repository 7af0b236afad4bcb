import { describe, expect, it } from '@jest/globals';
import {
  createAuthorizer,
  type AuthorizerSettings,
} from '../../../../lib/testing/gateway/authorizers/create-authorizer.js';
import { signRequest } from '../../../../lib/testing/gateway/services/sign-request.js';
import { gatewayCall, type TestedCall } from '../../../support/gateway-call.js';

const KEY = { accessKeyId: 'AKIA', secretAccessKey: 'secret' };
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const SCOPE = { time: '20260102T030405Z', region: 'eu-west-1', service: 'execute-api' };
const REQUEST = {
  method: 'POST',
  path: '/things/a%20b',
  query: [
    ['b', '2%20'],
    ['a', '1'],
  ] as const,
  headers: { host: '127.0.0.1:3000', 'content-type': 'application/json' },
  body: Buffer.from('{}'),
};

function open(headers: Readonly<Record<string, string>>, body = '{}', rawQuery = 'b=2%20&a=1'): TestedCall {
  return gatewayCall({
    rawPath: '/things/a%20b',
    rawQuery,
    sample: { headers },
    body,
    operation: { security: [{ iam: [] }] },
    document: {
      components: {
        securitySchemes: { iam: { type: 'apiKey', 'x-amazon-apigateway-authtype': 'awsSigv4' } },
      },
    },
  });
}

const signed = (change: object = {}, scope = SCOPE): Readonly<Record<string, string>> => ({
  ...REQUEST.headers,
  ...signRequest({ ...REQUEST, ...change }, KEY, scope),
});

async function ask(
  call: TestedCall,
  iam: AuthorizerSettings['iam'] = { keys: [KEY] },
  now = NOW,
): Promise<unknown> {
  return await createAuthorizer(iam ? { iam } : {}, () => now)(call);
}

describe('IAM', () => {
  it('lets a signed request through, with or without the stage in its path', async () => {
    const identity = {
      accessKey: 'AKIA',
      accountId: '123456789012',
      caller: 'AKIA',
      user: 'AKIA',
      userArn: 'arn:aws:iam::123456789012:user/AKIA',
    };
    expect(await ask(open(signed()))).toEqual({ identity });
    expect(await ask(open(signed({ path: '/test/things/a%20b' })))).toEqual({ identity });
  });

  it('says who it is', async () => {
    const principal = { userArn: 'arn:aws:sts::1:assumed-role/r/s', caller: 'c' };
    expect(await ask(open(signed()), { keys: [{ ...KEY, principal }] })).toMatchObject({
      identity: { ...principal, accessKey: 'AKIA' },
    });
    expect(await ask(open({}), { principal })).toEqual({ identity: principal });
  });

  it.each([
    ['another body', open(signed(), '{"a":1}'), 'the signature does not match'],
    ['another path', open(signed({ path: '/things/b' })), 'the signature does not match'],
    ['another query', open(signed({ query: [] })), 'the signature does not match'],
    [
      'another key',
      open({ ...REQUEST.headers, ...signRequest(REQUEST, { ...KEY, accessKeyId: 'X' }, SCOPE) }),
      'the access key X is unknown',
    ],
    ['another service', open(signed({}, { ...SCOPE, service: 's3' })), 'it is signed for `s3`'],
    [
      'another time',
      open(signed({}, { ...SCOPE, time: '20260102T020405Z' })),
      'now is not within the time of the signature',
    ],
    [
      'no host',
      open({ ...signed(), Authorization: signed()['Authorization']!.replace('host;', '') }),
      'the header host is not signed',
    ],
  ])('refuses %s', async (_, call, why) => {
    await expect(ask(call)).rejects.toMatchObject({ type: 'INVALID_SIGNATURE' });
    expect(call.steps.at(-1)?.outcome).toContain(why);
  });

  // Signed by the AWS SDK for JavaScript.
  const PRESIGNED =
    'b=2%20&a=1&a1=0&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20260102%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20260102T030405Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=d3a17b311270625512ef73993a3838dd48f455b16530c5376ac2adf8fd05dd81';
  const presigned = (change: readonly [from: string, to: string] = ['', '']): TestedCall =>
    open({ host: '127.0.0.1:3000' }, '{}', PRESIGNED.replace(...change));

  it('lets a presigned URL through until it expires', async () => {
    expect(await ask(presigned(), { keys: [KEY] }, NOW + 60_000)).toMatchObject({
      identity: { accessKey: 'AKIA' },
    });
    const late = presigned();
    await expect(ask(late, { keys: [KEY] }, NOW + 61_000)).rejects.toMatchObject({
      type: 'INVALID_SIGNATURE',
    });
    expect(late.steps.at(-1)?.outcome).toContain('now is not within the time of the signature');
    for (const change of [
      ['a1=0', 'a1=1'],
      ['Expires=60', 'Expires=600'],
      ['=d3', '=d4'],
    ] as const)
      await expect(ask(presigned(change))).rejects.toMatchObject({ type: 'INVALID_SIGNATURE' });
  });

  it.each([[{}], [{ Authorization: 'Bearer x' }]])('refuses %j for want of a signature', async (headers) => {
    await expect(ask(open(headers))).rejects.toMatchObject({ type: 'MISSING_AUTHENTICATION_TOKEN' });
  });

  it('cannot be decided without keys', async () => {
    await expect(createAuthorizer({})(open(signed()))).rejects.toThrow('--principal ARN');
  });
});
