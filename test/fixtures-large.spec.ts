import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Type } from '@nestjs/common';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { AwsGatewayModule, type AwsGatewayDocuments } from 'nestjs-aws-gateway';
import { originalCreateDocument } from '../lib/nest/swagger/hook-swagger.js';
import * as backOffice from './fixtures-large/back-office/app.js';
import * as notifications from './fixtures-large/notifications/app.js';
import * as photoLibrary from './fixtures-large/photo-library/app.js';
import { createApp, createDocuments, type TestApp } from './support/create-app.js';
import { judgeImport } from './support/import-judge/judge-import.js';
import { tryBodies } from './support/try-bodies.js';
import { asJson, type Json } from './support/json.js';
import { isPreflight, listOperations, measureDocument } from './support/measure-document.js';
import { plausibleValue } from './support/plausible-value.js';
import { summarizeDocument } from './support/summarize-documents.js';
import { formatDiagnostic } from './support/test-rule.js';

interface Fixture extends TestApp {
  readonly AppModule: Type;
  readonly config: NonNullable<TestApp['config']>;
}

const FIXTURES: readonly (readonly [string, Fixture])[] = [
  ['photo-library', photoLibrary],
  ['back-office', backOffice],
  ['notifications', notifications],
];

/** "Quotas for configuring and running a REST API in API Gateway", in bytes where they are sizes. */
const LIMITS = {
  resources: 300,
  definitionBytes: 6 * 1024 ** 2,
  modelBytes: 400 * 1024,
  templateBytes: 300 * 1024,
} as const;

/**
 * Applications of the shape and size of real ones. Their documents are megabytes and are not kept: judges read them, and
 * `summary.txt` says what is in them. `npm test -- --update` writes it.
 */
describe.each(FIXTURES)('the large application %s', (name, { AppModule, config, ...given }) => {
  let documents: AwsGatewayDocuments;
  let plain: Json;
  let gateway: Json;
  let open: Json;
  beforeAll(async () => {
    const app = await createApp(AppModule, given);
    documents = AwsGatewayModule.createDocuments(app, config, given.swagger);
    plain = toJson(originalCreateDocument()(app, config, given.swagger));
    gateway = toJson(documents.privateDocument);
    open = toJson(documents.publicDocument);
  });

  it('compiles without a word', () => {
    expect(documents.diagnostics.map(formatDiagnostic)).toEqual([]);
  });

  it('is as large as real ones, and below every limit', () => {
    const size = measureDocument(gateway);
    expect(size.operations).toBeGreaterThan(150);
    expect(size.models).toBeGreaterThan(50);
    expect(Object.keys(asJson(asJson(open['components'])['schemas'])).length).toBeGreaterThan(200);
    for (const [of, limit] of Object.entries(LIMITS)) {
      expect(size[of as keyof typeof LIMITS]).toBeLessThan(limit);
    }
  });

  it('has documents that an independent validator takes', async () => {
    expect(await validate(fill(gateway))).toEqual([]);
    expect(await validate(open)).toEqual([]);
  });

  it('is taken by API Gateway as it is', () => {
    const own = listOperations(gateway).filter(
      ({ verb, operation }) => verb === 'options' && !isPreflight(operation),
    );
    expect(judgeImport(fill(gateway), { ownOptions: new Set(own.map(({ path }) => path)) })).toEqual([]);
  });

  it('serves every route that Nest documents', () => {
    const served = new Set(
      listOperations(gateway).map(({ verb, path }) => `${verb} ${path.replaceAll('+}', '}')}`),
    );
    const missing = listOperations(plain).filter(
      ({ verb, path }) =>
        !served.has(`${verb} ${path}`) && !served.has(`x-amazon-apigateway-any-method ${path}`),
    );
    expect(missing.map(({ verb, path }) => `${verb} ${path}`)).toEqual([]);
  });

  it('loses nothing in public', () => {
    const { paths, components, ...others } = open;
    const { paths: plainPaths, components: plainComponents, ...plainOthers } = plain;
    expect(others).toEqual(plainOthers);
    expect(withoutSecurity(paths)).toEqual(withoutSecurity(plainPaths));
    expect(asJson(components)['schemas']).toEqual(readBounds(plain, asJson(plainComponents)['schemas']));
    expect(asJson(components)['headers']).toEqual(asJson(plainComponents)['headers']);
  });

  it('lets every body pass that the application takes, and stops what it refuses', () => {
    const { modelled, refused, stopped, passed } = tryBodies(plain, gateway);
    expect(refused).toEqual([]);
    expect(modelled).toBeGreaterThan(60);
    // What may be null has no type, `@IsOptional()` among it, and a few unions say nothing.
    expect(stopped / (stopped + passed)).toBeGreaterThan(0.7);
  });

  it('says what it said', () => {
    const file = fileURLToPath(new URL(`fixtures-large/${name}/summary.txt`, import.meta.url));
    const summary = summarizeDocument(gateway);
    if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, summary);
    expect(summary).toBe(readFileSync(file, 'utf8'));
  });
});

describe('the large application back-office with routes that API Gateway cannot hold', () => {
  it('is told so, each at its handler', async () => {
    const { LegacyModule, AppModule: _, ...given } = backOffice;
    const { diagnostics } = await createDocuments(LegacyModule, given);
    expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).split('\n')[0])).toEqual([
      'conflicting-path-variables error at LegacyCustomersController.findCustomer GET /api/v1/customers/{rest+}',
      'conflicting-path-variables error at LegacyCustomersController.readHistory GET /api/v1/customers/{email}/history',
      'unsupported-path error at LegacyReportsController.readFile GET /api/v1/reports/{name}.{extension}',
      'unsupported-path error at LegacyReportsController.readMonth GET /api/v1/reports/{year}-{month}',
    ]);
  });
});

describe('the trial of bodies', () => {
  const CAT = {
    type: 'object',
    properties: { name: { type: 'string', nullable: true }, lives: { type: 'integer', readOnly: true } },
    required: ['name', 'lives'],
  };

  it.each([
    ['the same', { ...CAT, properties: { name: {}, lives: {} }, required: ['name'] }, false],
    [
      'a value that may not be null',
      { ...CAT, properties: { name: { type: 'string' } }, required: ['name'] },
      true,
    ],
    ['a member too many that must be there', { ...CAT, properties: {}, required: ['name', 'lives'] }, true],
    ['a closed object', { properties: { name: {}, lives: {} }, additionalProperties: false }, true],
  ])('finds %s', (_, model, stricter) => {
    expect(tryBodies(documentOf(CAT), documentOf(model)).refused.length > 0).toBe(stricter);
  });
});

/** Of one route, which takes one body. */
function documentOf(schema: Json): Json {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Cat' } } };
  return {
    paths: { '/cats': { post: { requestBody: { content } } } },
    components: { schemas: { Cat: schema } },
  };
}

function toJson(document: object): Json {
  return JSON.parse(JSON.stringify(document)) as Json;
}

async function validate(document: Json): Promise<readonly unknown[]> {
  const { valid, errors } = await new Validator().validate(structuredClone({ ...document }));
  return [valid ? [] : (errors ?? ['invalid'])].flat();
}

/** Placeholders replaced by values of their kind: a component's key may be one. */
function fill(document: Json): Json {
  const text = JSON.stringify(document);
  return JSON.parse(text.replace(/\$\{([A-Za-z_]\w*)\}/g, (_, name: string) => plausibleValue(name))) as Json;
}

/** A page's cursor and limit are optional in the public document, where a service answers the route. */
function parametersOf({ parameters }: Json): unknown {
  if (!Array.isArray(parameters)) return parameters;
  return parameters.map((parameter: Json) =>
    ['cursor', 'limit'].includes(String(parameter['name']))
      ? { ...parameter, required: undefined }
      : parameter,
  );
}

function withoutSecurity(paths: unknown): Json {
  return Object.fromEntries(
    listOperations({ paths }).map(({ verb, path, operation }) => [
      `${verb} ${path}`,
      { ...operation, security: undefined, parameters: parametersOf(operation) },
    ]),
  );
}

/** `exclusiveMinimum: true` of `@ApiProperty` is a number from OpenAPI 3.1 on: the public document says it so. */
function readBounds(document: Json, schemas: unknown): unknown {
  if (String(document['openapi']).startsWith('3.0')) return schemas;
  return JSON.parse(JSON.stringify(schemas), (_, value: Json | null) => {
    if (value?.['exclusiveMinimum'] !== true) return value;
    const { minimum, ...others } = value;
    return { ...others, exclusiveMinimum: minimum };
  });
}
