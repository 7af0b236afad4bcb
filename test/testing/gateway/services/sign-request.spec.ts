import { describe, expect, it } from '@jest/globals';
import {
  computeSignature,
  signRequest,
  writeTime,
} from '../../../../lib/testing/gateway/services/sign-request.js';

const KEYS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const SCOPE = { time: '20150830T123600Z', region: 'us-east-1', service: 'iam' };

// The example of AWS's own page on signing a request.
const REQUEST = {
  method: 'GET',
  path: '/',
  query: [
    ['Version', '2010-05-08'],
    ['Action', 'ListUsers'],
  ] as const,
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    host: 'iam.amazonaws.com',
  },
  body: new Uint8Array(),
};

function sign(change: object, service = 'iam'): string {
  const request = { ...REQUEST, ...change };
  return computeSignature(request, ['host'], KEYS.secretAccessKey, { ...SCOPE, service });
}

describe('Signature Version 4', () => {
  it('is that of the example of AWS', () => {
    expect(signRequest(REQUEST, KEYS, SCOPE)).toEqual({
      'x-amz-date': '20150830T123600Z',
      Authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    });
  });

  it('sorts the query by name, then by value', () => {
    // Signed by the AWS SDK for JavaScript.
    const request = {
      method: 'POST',
      path: '/things/a%20b',
      query: [
        ['b', '2%20'],
        ['a1', '0'],
        ['a', '1'],
      ] as const,
      headers: { host: '127.0.0.1:3000', 'x-amz-date': '20260102T030405Z' },
      body: Buffer.from('{}'),
    };
    const scope = { time: '20260102T030405Z', region: 'eu-west-1', service: 'execute-api' };
    expect(computeSignature(request, ['host', 'x-amz-date'], 'secret', scope)).toBe(
      '099996afed5bc637fbccf0717255679686149a8eb3e6ab2bc91a2612be4a4933',
    );
  });

  it('differs with any part of the request', () => {
    const changes = [
      {},
      { method: 'PUT' },
      { path: '/a' },
      { query: [] },
      { headers: {} },
      { body: Buffer.from('a') },
    ];
    expect(new Set(changes.map((change) => sign(change))).size).toBe(changes.length);
  });

  it('takes a path of S3 as it is, and encodes any other again', () => {
    expect(sign({ path: '/a%20b' }, 's3')).not.toBe(sign({ path: '/a%2520b' }, 's3'));
    expect(sign({ path: '/a%20b' })).not.toBe(sign({ path: '/a b' }));
  });

  it('has the token of temporary keys and, for S3, the hash of the body', () => {
    const signed = signRequest(REQUEST, { ...KEYS, sessionToken: 'token' }, { ...SCOPE, service: 's3' });
    expect(signed).toMatchObject({
      'x-amz-security-token': 'token',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
    expect(signed['Authorization']).toContain('x-amz-content-sha256;x-amz-date;x-amz-security-token');
  });

  it('writes the time without punctuation', () => {
    expect(writeTime(new Date(Date.UTC(2015, 7, 30, 12, 36, 0, 5)))).toBe('20150830T123600Z');
  });
});
