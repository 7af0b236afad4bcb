import { describe, expect, it } from '@jest/globals';
import { answerPage } from '../../../../lib/cli/serve/page/answer-page.js';
import { copyAsCurl } from '../../../../lib/cli/serve/page/copy-as-curl.js';
import { History } from '../../../../lib/cli/serve/page/history.js';
import {
  describeExchange,
  keepExchange,
  type ServedExchange,
} from '../../../../lib/cli/serve/page/served-exchange.js';
import { deployDocument } from '../../../../lib/testing/gateway/integration-document.js';
import { NO_PORTS } from '../../../../lib/testing/gateway/local-gateway-ports.js';
import { createLocalGateway } from '../../../../lib/testing/gateway/local/create-local-gateway.js';
import type { GatewayRequest } from '../../../../lib/testing/gateway/local/gateway-request.js';

const request = (more: Partial<GatewayRequest> = {}): GatewayRequest => ({
  method: 'GET',
  rawPath: '/_gateway',
  rawQuery: '',
  rawHeaders: [['Host', 'localhost:3000']],
  body: new Uint8Array(),
  sourceIp: '127.0.0.1',
  time: 0,
  requestId: '00000000-0000-4000-8000-000000000000',
  ...more,
});

const DOCUMENT = deployDocument(
  {
    paths: {
      '/users/{name}': {
        put: {
          'x-amazon-apigateway-integration': {
            type: 'aws',
            uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
            httpMethod: 'POST',
            requestTemplates: { 'application/json': `{"name":"$input.params('name')"}` },
            responses: { default: { statusCode: '200' } },
          },
        },
      },
    },
  },
  {},
);

async function exchange(given: GatewayRequest): Promise<ServedExchange>;
async function exchange<Kept>(
  given: GatewayRequest,
  keep: (...given: Parameters<typeof describeExchange>) => Kept,
): Promise<Kept>;
async function exchange(
  given: GatewayRequest,
  keep: (...given: Parameters<typeof describeExchange>) => unknown = describeExchange,
) {
  const gateway = createLocalGateway(
    DOCUMENT,
    { stage: 'test', prefix: '', stageVariables: {}, apiId: 'a', accountId: '1' },
    {
      ...NO_PORTS,
      callService: async (call) => {
        const answer = {
          status: 200,
          headers: [['Content-Type', 'application/json']] as const,
          body: '{"ok":1}',
        };
        call.explain({ step: 'dynamodb PutItem', outcome: 'answered 200', data: { answer } });
        return { ...answer, body: Buffer.from(answer.body) };
      },
    },
  );
  const names = { handler: 'UsersController.put', integration: 'dynamodb PutItem' };
  return keep(given, await gateway(given), names, 1.26, 'http://127.0.0.1:3000');
}

describe('the page', () => {
  it.each([
    ['/_gateway', [['Host', '127.0.0.1:3000']], 200],
    ['/_gateway/requests', [['Host', 'localhost']], 200],
    ['/_gateway/other', [['Host', 'localhost']], 404],
    ['/_gateway', [['Host', 'attacker.example']], 403],
    [
      '/_gateway/requests',
      [
        ['Host', 'localhost'],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
      403,
    ],
    ['/_gateway', [], 403],
  ] as const)('%s %j %d', (rawPath, rawHeaders, status) => {
    expect(answerPage(request({ rawPath, rawHeaders }), () => [])?.status).toBe(status);
  });

  it('takes no other path', () => {
    expect(answerPage(request({ rawPath: '/_gateways' }), () => [])).toBeUndefined();
  });

  it('runs its own script only', () => {
    const page = answerPage(request(), () => [])!;
    const html = Buffer.from(page.body as Uint8Array).toString();
    expect(html).not.toMatch(/src=|href="(?!data:)|innerHTML/);
    expect(Object.fromEntries(page.headers)['Content-Security-Policy']).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+';/,
    );
  });
});

describe('what is kept of a request', () => {
  const given = request({
    method: 'PUT',
    rawPath: '/users/ann',
    rawQuery: 'a=1&a=2',
    rawHeaders: [
      ['Host', 'localhost:3000'],
      ['Content-Type', 'application/json'],
    ],
    body: Buffer.from(`{"name":"it's"}`),
  });

  it('has every step', async () => {
    const { steps, status, milliseconds, target } = await exchange(given);
    expect({ status, milliseconds, target }).toEqual({
      status: 200,
      milliseconds: 1.3,
      target: '/users/ann?a=1&a=2',
    });
    expect(steps.map(({ step, outcome }) => `${step}: ${outcome}`)).toEqual([
      'route: PUT /users/{name}',
      'request template for application/json: rendered',
      'dynamodb PutItem: answered 200',
      'integration response: 200: the default, because no pattern fits `200`',
    ]);
  });

  it('has the request as a test', async () => {
    const { test } = await exchange(given);
    expect(test).toContain("'PUT /users/{name}'");
    expect(test).toContain('"a": [');
    expect(test).toContain('expect(answer.status).toBe(200);');
    expect(test).toContain('"body": "{\\"ok\\":1}"');
  });

  it('has the bytes of a body that is no text', async () => {
    const { curl, test } = await exchange({ ...given, body: Buffer.from([0, 255]) });
    expect(curl).toMatch(/^echo AP8= \| base64 -d \| curl -i [\s\S]* --data-binary @-$/);
    expect(test).toContain(`, body: Buffer.from('AP8=', 'base64') },`);
  });

  it('has no large text', async () => {
    const { steps, curl, test } = await exchange({ ...given, body: Buffer.alloc(100_000, 'a') });
    expect(JSON.stringify(steps).length).toBeLessThan(30_000);
    expect(curl).toMatch(
      /^# Put the body of 100000 bytes into the file `body`: it is not kept\.\ncurl -i -X 'PUT' /,
    );
    expect(curl).toMatch(/ --data-binary @body$/);
    expect(test).toContain('// The body had 100000 bytes: this is its beginning.');
  });

  it('is described when someone looks if it is small, and at once if it is large', async () => {
    const small = await exchange(given, keepExchange);
    expect(typeof small).toBe('function');
    const large = await exchange({ ...given, body: Buffer.alloc(100_000, 'a') }, keepExchange);
    expect(large).toHaveProperty('steps');
    const history = new History();
    history.add(small);
    const [described] = history.list();
    expect(described?.target).toBe('/users/ann?a=1&a=2');
    expect(history.list()[0]).toBe(described);
  });

  it('goes on with the requests of the version before', async () => {
    const [before, after] = [new History(), new History()];
    const one = await exchange(given);
    for (let index = 0; index < 99; index++) before.add({ ...one, milliseconds: index });
    after.add({ ...one, milliseconds: 1000 });
    after.add(() => ({ ...one, milliseconds: 1001 }));
    after.precede(before.list());
    const kept = after.list().map(({ milliseconds }) => milliseconds);
    expect([kept.length, kept[0], kept[1], kept[2], kept.at(-1)]).toEqual([100, 1001, 1000, 98, 1]);
  });

  it('is the last 100 requests', async () => {
    const history = new History();
    const one = await exchange(given);
    for (let index = 0; index < 120; index++) history.add({ ...one, milliseconds: index });
    expect(history.list().map(({ milliseconds }) => milliseconds)).toEqual(
      Array.from({ length: 100 }, (_, index) => 119 - index),
    );
  });
});

describe('a request as curl', () => {
  it('is quoted for the shell', () => {
    const rawHeaders = [
      ['Host', 'x'],
      ['X-Own', `it's $HOME`],
      ['X-Empty', ''],
    ] as const;
    const written = copyAsCurl(
      request({ method: 'POST', rawPath: "/a'b", rawHeaders, body: Buffer.from("'x'") }),
      'http://127.0.0.1:1',
    );
    expect(written.split(' \\\n  ')).toEqual([
      `curl -i -X 'POST' --path-as-is 'http://127.0.0.1:1/a'\\''b'`,
      `-H 'X-Own: it'\\''s $HOME'`,
      `-H 'X-Empty;'`,
      `-H 'Accept:'`,
      `-H 'Content-Type:'`,
      `--data-binary ''\\''x'\\'''`,
    ]);
  });

  it.each([
    ['HEAD', '', "curl -i --head --path-as-is 'http://127.0.0.1:1/a'"],
    ['GET', '', "curl -i --path-as-is 'http://127.0.0.1:1/a'"],
    ['GET', '{}', "curl -i -X 'GET' --path-as-is 'http://127.0.0.1:1/a'"],
  ])('sends %s with the body `%s` as it was', (method, body, command) => {
    const given = request({
      method,
      rawPath: '/a',
      rawHeaders: [['accept', '*/*']],
      body: Buffer.from(body),
    });
    const [first, second = ''] = copyAsCurl(given, 'http://127.0.0.1:1').split(' \\\n  ');
    expect([first, second]).toEqual([command, "-H 'accept: */*'"]);
  });
});
