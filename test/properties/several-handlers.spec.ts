import { describe, expect, it } from '@jest/globals';
import { createGatewayTester, type GatewayTester, type SampleRequest } from '../../lib/testing/index.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { several, type SeveralHandler, type SeveralSpec } from '../support/arbitrary-several.js';
import { compileControllers } from '../support/create-app.js';
import { asJson, type Json } from '../support/json.js';
import { assertCovering } from './assert-covering.js';
import { buildSeveral, configureSeveral, VERSION_HEADER } from './build-several.js';

const ROUTE = 'POST /several';
const OF_TYPE = { string: 'a', number: 1, boolean: true };

describe('several handlers of one verb and path', () => {
  it('get every request that their own documentation allows, and browsers may send it', async () => {
    await assertCovering<SeveralSpec, Kind>(
      several,
      { 'checks bodies': 5, 'one name': 10, several: 20, alone: 5 },
      async (spec) => {
        const document = await compileSeveral(spec);
        const tester = createGatewayTester(document);
        for (const handler of spec.handlers) {
          expect(tester.open(ROUTE, leastRequest(handler, spec)).request).toBeDefined();
          expect(allowedHeaders(tester)).toEqual(expect.arrayContaining([...headersOf(handler, spec)]));
        }
        return classify(spec, tester);
      },
      { numRuns: 60 },
    );
  });
});

type Kind = 'checks bodies' | 'one name' | 'several' | 'alone';

async function compileSeveral(spec: SeveralSpec): Promise<Json> {
  const { privateDocument, diagnostics } = await compileControllers(
    buildSeveral(spec),
    {
      integration: { kind: 'http', baseUrl: 'https://example.com' },
      cors: { allowOrigins: ['https://app.example.com'] },
      validation: 'all',
    },
    { configure: configureSeveral(spec) },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  // The first of several handlers is the one that is served where nothing chooses.
  expect(errors).toEqual([]);
  return asJson(writeTree(privateDocument));
}

const required = (names: Readonly<Record<string, boolean>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([name, must]) => (must ? [[name, 'a']] : [])));

/** What a caller must send, and no more. */
function leastRequest(
  { dto, piped, query, headers, versions }: SeveralHandler,
  { by }: SeveralSpec,
): SampleRequest {
  const body = Object.entries(dto?.members ?? {}).flatMap(([name, { type, required: must }]) =>
    must ? [[name, OF_TYPE[type]] as const] : [],
  );
  return {
    query: required(query),
    headers: {
      ...required(headers),
      'Content-Type': 'application/json',
      ...(by === 'header' ? { [VERSION_HEADER]: versions[0]! } : {}),
    },
    // A pipe makes the DTO of whatever it is.
    body: piped || !dto ? { entity: 1 } : Object.fromEntries(body),
  };
}

function headersOf({ headers }: SeveralHandler, { by }: SeveralSpec): readonly string[] {
  return [...Object.keys(headers), 'X-Argument', ...(by === 'header' ? [VERSION_HEADER] : [])];
}

function allowedHeaders(tester: GatewayTester): readonly string[] {
  const { headers } = tester
    .open('OPTIONS /several', { headers: { Origin: 'https://app.example.com' } })
    .answer();
  return headers['Access-Control-Allow-Headers']!.split(',');
}

/** A handler alone, with a DTO of its own, is checked: what allows everything shows nothing. */
function classify(spec: SeveralSpec, tester: GatewayTester): Kind {
  const [first, ...others] = spec.handlers;
  if (others.length === 0) return misses(first!, spec, tester) ? 'checks bodies' : 'alone';
  const names = spec.handlers.flatMap(({ dto }) => dto?.name ?? []);
  return new Set(names).size < names.length ? 'one name' : 'several';
}

/** Whether a required member can be left out, which must not get through. */
function misses(handler: SeveralHandler, spec: SeveralSpec, tester: GatewayTester): boolean {
  const sample = leastRequest(handler, spec);
  if (handler.piped || !handler.dto || Object.keys(asJson(sample.body)).length === 0) return false;
  const { status } = tester.open(ROUTE, { ...sample, body: {} }).answer();
  if (status !== 400) throw new Error('a body without its required members is not rejected');
  return true;
}
