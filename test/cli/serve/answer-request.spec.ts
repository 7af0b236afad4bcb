import { describe, expect, it } from '@jest/globals';
import { answerRequest } from '../../../lib/cli/serve/answer-request.js';
import type { GatewayRequest, LocalAnswer } from '../../../lib/testing/gateway/local/gateway-request.js';

const REQUEST: GatewayRequest = {
  method: 'GET',
  rawPath: '/a',
  rawQuery: '',
  rawHeaders: [],
  body: new Uint8Array(),
  sourceIp: '127.0.0.1',
  time: 1_700_000_000_000,
  requestId: '01234567-89ab-cdef-0123-456789abcdef',
  signal: new AbortController().signal,
};

/** The names and values of the headers that a gateway of a kind adds to an answer. */
async function headersOf(
  type: string | undefined,
  isHttpApi: boolean,
  rawHeaders: GatewayRequest['rawHeaders'] = [],
): Promise<LocalAnswer['headers']> {
  const route = type === undefined ? {} : { route: { integration: { type } } as LocalAnswer['route'] };
  const gateway = (): Promise<LocalAnswer> =>
    Promise.resolve({ status: 200, headers: [], body: new Uint8Array(), steps: [], ...route } as LocalAnswer);
  const given = { gateway, compressFrom: undefined, isHttpApi };
  return (await answerRequest({ ...REQUEST, rawHeaders }, given, undefined)).headers;
}

const IDS = [
  ['x-amzn-RequestId', '01234567-89ab-cdef-0123-456789abcdef'],
  ['x-amz-apigw-id', '0123456789abcde='],
];

describe('the headers of every answer', () => {
  it('are two ids from a REST API, and a trace where something is called', async () => {
    expect(await headersOf(undefined, false)).toEqual(IDS);
    expect(await headersOf('MOCK', false)).toEqual(IDS);
    expect(await headersOf('aws_proxy', false)).toEqual([
      ...IDS,
      ['X-Amzn-Trace-Id', 'Root=1-6553f100-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=0'],
    ]);
    const given = 'Root=1-6553f100-0123456789abcdef01234567;Parent=1111111111111111;Sampled=1';
    expect(await headersOf('http', false, [['x-amzn-trace-id', given]])).toContainEqual([
      'X-Amzn-Trace-Id',
      given,
    ]);
  });

  it('are one id from an HTTP API', async () => {
    const id = [['apigw-requestid', '0123456789abcde=']];
    expect(await headersOf('aws_proxy', true)).toEqual(id);
    expect(await headersOf(undefined, true)).toEqual(id);
  });
});
