import { beforeAll, describe, expect, it } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { createGatewayTester, type GatewayTester, type SampleRequest } from '../../lib/testing/index.js';
import { createServiceDocument } from '../support/create-service-document.js';
import { encodePath } from '../support/encode-path.js';
import { EXPECTED_FORMS, EXPECTED_JSON, send, type Sent } from '../support/expected-requests.js';
import { HOSTILE_TEXT } from '../support/hostile-text.js';
import { VALUES } from '../support/template-corpus.js';

let tester: GatewayTester;
beforeAll(async () => {
  tester = createGatewayTester(await createServiceDocument(), { values: VALUES });
});

/** The same text in every place of a request that a caller fills. */
function sample(text: string): SampleRequest {
  const cursor = Buffer.from(JSON.stringify({ pk: { S: text }, sk: { N: '1' } })).toString('base64');
  return {
    path: { name: encodePath(text) },
    query: {
      q: text,
      n: text,
      group: text,
      limit: text,
      from: text,
      to: text,
      delay: text,
      cursor: text && cursor,
    },
    headers: { 'x-tenant': text, 'X-Tenant-2': 'other' },
    body: send(text).body,
    context: { requestId: text, requestTimeEpoch: 1_700_000_000_123 },
    authorizer: { principalId: text, claims: { sub: text, 'custom:x': text } },
    stageVariables: { stage: text },
  };
}

/** `found`, with the parts read that `expected` compares by what they say. */
function readLike(expected: unknown, found: unknown): unknown {
  if (typeof expected !== 'object' || expected === null) return found;
  if (Array.isArray(expected) && Array.isArray(found))
    return found.map((value, index) => readLike(expected[index], value));
  if ('json' in expected && typeof found === 'string') return { json: JSON.parse(found) };
  if ('base64' in expected && typeof found === 'string')
    return { base64: readLike(expected.base64, Buffer.from(found, 'base64').toString('utf8')) };
  if (typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [
      name,
      readLike((expected as Readonly<Record<string, unknown>>)[name], value),
    ]),
  );
}

/** UTF-8 has no lone surrogate: a form, base64, and JSON that `$input.json` prints, carry a question mark for one. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '?');
}

/** What the service gets and what it must get, in one form. */
function compare(
  { route, expected, read }: Route,
  text: string,
): readonly [found: unknown, expected: unknown] {
  const { body } = tester.open(route, sample(text)).request!;
  const wanted = expected(send(text));
  return [readLike(wanted, read(body)), wanted];
}

interface Route {
  readonly route: string;
  readonly expected: (sent: Sent) => unknown;
  readonly read: (body: string) => unknown;
}

/** An empty parameter is a missing one. */
const TEXTS = HOSTILE_TEXT.filter((text) => text !== '').map((text) => ({
  title: JSON.stringify(text.slice(0, 40)),
  text: wellFormed(text),
}));
const readForm = (body: string): unknown => Object.fromEntries(new URLSearchParams(body));
const ROUTES: readonly Route[] = [
  ...Object.entries(EXPECTED_JSON).map(([route, expected]) => ({
    route,
    expected,
    read: JSON.parse as (body: string) => unknown,
  })),
  ...Object.entries(EXPECTED_FORMS).map(([route, expected]) => ({ route, expected, read: readForm })),
];

describe.each(ROUTES)('$route', (route) => {
  it.each(TEXTS)('carries exactly $title', ({ text }) => {
    const [found, expected] = compare(route, text);
    expect(found).toEqual(expected);
  });

  it('carries any text', () => {
    const anyText = string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const carried = property(anyText, (text) => {
      const [found, expected] = compare(route, text);
      expect(found).toEqual(expected);
    });
    expect(() => assert(carried, { numRuns: 50 })).not.toThrow();
  });
});

it('covers every route with a template', async () => {
  const { paths } = (await createServiceDocument()) as {
    paths: Record<
      string,
      Record<string, { 'x-amazon-apigateway-integration': { requestTemplates?: object } }>
    >;
  };
  const templated = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(
        ([method, operation]) =>
          method !== 'options' && operation['x-amazon-apigateway-integration'].requestTemplates,
      )
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(ROUTES.map(({ route }) => route).toSorted()).toEqual(templated.toSorted());
});

it('decodes what stands in the path, where a plus is no blank', () => {
  const { body } = tester.open('GET /dynamodb/one/{name}', {
    path: { name: 'a%40b+c%2Bd%20e%2Ff%25' },
  }).request!;
  expect(JSON.stringify((JSON.parse(body) as { Key: unknown }).Key)).toContain('a@b+c+d e/f%');
});

describe('a lone surrogate', () => {
  it.each(['\ud800', 'a\udc00b'])('keeps its code in a JSON string (%j)', (text) => {
    for (const name of ['POST /dynamodb/one', 'POST /sqs/body']) {
      const [found, expected] = compare(
        ROUTES.find(({ route }) => route === name)!,
        text,
      );
      expect(found).toEqual(expected);
    }
  });
});
