import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { meets } from '../support/arbitrary-handler.js';
import { PRIVATE } from '../support/arbitrary-text.js';
import { asJson, type Json } from '../support/json.js';
import { assertCovering } from './assert-covering.js';
import { handlerId, HANDLER_EXTENSION } from './build-application.js';
import { compileApplication } from './compile-application.js';

describe('the public document of any application', () => {
  it('holds nothing of the gateway', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const { publicDocument, plain, source } = await compileApplication(spec);
        const text = JSON.stringify(publicDocument);
        expect(text).not.toContain(PRIVATE);
        expect(text).not.toContain('x-amazon');
        // Nest's document has only the last of several handlers: the public one shows them all.
        const ofNest = new Set([...strings(plain), ...strings(source.hidden)]);
        expect(strings(publicDocument).filter((one) => one.includes('${') && !ofNest.has(one))).toEqual([]);
      }),
      { numRuns: 50 },
    ));

  it('holds the operations of Nest but for the excluded ones, with nothing changed but security and the variables of other paths', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const { publicDocument, plain } = await compileApplication(spec);
        const excluded = excludedHandlers(spec);
        const meeting = meetingHandlers(spec);
        const isAlone = ([, operation]: readonly [string, Json]): boolean =>
          !meeting.has(String(operation[HANDLER_EXTENSION]));
        const expected = Object.entries(plain.paths).flatMap(([path, item]) =>
          Object.entries(item)
            // Nest documents `@All()` under the verb SEARCH too, which OpenAPI does not know.
            .filter(
              ([verb, operation]) =>
                verb !== 'search' && !excluded.has(String(asJson(operation)[HANDLER_EXTENSION])),
            )
            .map(([verb, operation]): readonly [string, Json] => [
              `${verb} ${path}`,
              withVariablesOf(path, asJson(operation), plain),
            ])
            .filter(isAlone)
            .map(([id, operation]) => [id, withoutGateway(withKeywordsInSchemas(operation))]),
        );
        const found = operations(publicDocument)
          .filter(isAlone)
          .map(([id, operation]) => [id, withoutGateway(operation)]);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 40 },
    ));

  it('is valid in its version, where that of plain Nest is', async () => {
    await assertCovering<ApplicationSpec, 'valid' | 'invalid'>(
      application({ hostileNames: false }),
      { valid: 21, invalid: 0 },
      async (spec) => {
        const { publicDocument, plain } = await compileApplication(spec);
        expect(publicDocument.openapi).toBe(spec.openapi);
        // OpenAPI knows no SEARCH, under which Nest documents `@All()` too.
        for (const item of Object.values(plain.paths)) delete (item as Record<string, unknown>)['search'];
        const expected = await validate(plain);
        const found = await validate(publicDocument);
        expect(found.valid || !expected.valid ? [] : found.errors).toEqual([]);
        return expected.valid ? 'valid' : 'invalid';
      },
      { numRuns: 40 },
    );
  });

  it("keeps the application's own extensions, as the private one does", () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const { publicDocument, privateDocument } = await compileApplication(spec);
        const written = writeTree(privateDocument) as Json;
        const known = handlers(spec);
        for (const document of [publicDocument, written]) {
          expect(document['x-own-root']).toEqual({ title: spec.title });
          const ofHandlers = operations(document).filter(([, operation]) => HANDLER_EXTENSION in operation);
          for (const [, operation] of ofHandlers) {
            expect(ownExtensions(operation)).toEqual(known.get(String(operation[HANDLER_EXTENSION])));
          }
        }
      }),
      { numRuns: 40 },
    ));
});

async function validate(document: object): ReturnType<Validator['validate']> {
  return new Validator().validate(structuredClone({ ...document }));
}

const OF_PARAMETERS = 'name in description required deprecated style explode schema example examples'.split(
  ' ',
);

const isOwn = (key: string): boolean => OF_PARAMETERS.includes(key) || key.startsWith('x-');

/** Nest leaves keywords of a DTO's member, such as `readOnly`, on the parameter that it makes of it. */
function withKeywordsInSchemas(operation: Json): Json {
  if (!Array.isArray(operation['parameters'])) return operation;
  const parameters = (operation['parameters'] as readonly Json[]).map((parameter) => {
    const pick = (own: boolean): Json =>
      Object.fromEntries(Object.entries(parameter).filter(([key]) => isOwn(key) === own));
    const keywords = pick(false);
    if (Object.keys(keywords).length === 0) return parameter;
    const schema = asJson(parameter['schema']);
    return {
      ...pick(true),
      schema: '$ref' in schema ? { allOf: [schema], ...keywords } : { ...keywords, ...schema },
    };
  });
  return { ...operation, parameters };
}

function operations(document: Json): readonly (readonly [string, Json])[] {
  return Object.entries(asJson(document['paths'])).flatMap(([path, item]) =>
    Object.entries(asJson(item)).map(([verb, operation]) => [`${verb} ${path}`, asJson(operation)] as const),
  );
}

function withoutGateway(operation: Json): Json {
  return Object.fromEntries(
    Object.entries(operation).filter(([key]) => key !== 'security' && !key.startsWith('x-amazon')),
  );
}

function ownExtensions(operation: Json): Json {
  return Object.fromEntries(Object.entries(operation).filter(([key]) => key.startsWith('x-own')));
}

/** The extensions that a specification gives each handler. */
function handlers(spec: ApplicationSpec): ReadonlyMap<string, Json> {
  return new Map(
    spec.modules
      .flatMap(({ controllers }) => controllers)
      .flatMap((controller) =>
        controller.handlers.map((handler) => [
          handlerId(controller, handler),
          ownExtensions(handler.extensions),
        ]),
      ),
  );
}

/** Handlers that share a path with one for every verb, which are shown together. */
function meetingHandlers(spec: ApplicationSpec): ReadonlySet<string> {
  return new Set(
    spec.modules
      .flatMap(({ controllers }) => controllers)
      .flatMap((controller) => {
        const meet = ({ verb, paths }: (typeof controller.handlers)[number]): boolean =>
          controller.handlers.some(
            (other) =>
              other.paths !== paths &&
              (other.verb === 'All' || verb === 'All') &&
              other.paths.some((path) => paths.some((own) => meets(path, own))),
          );
        return controller.handlers.filter(meet).map((handler) => handlerId(controller, handler));
      }),
  );
}

function excludedHandlers(spec: ApplicationSpec): ReadonlySet<string> {
  return new Set(
    spec.modules
      .flatMap(({ controllers }) => controllers)
      .flatMap((controller) =>
        controller.handlers
          .filter(({ decorations }) =>
            decorations.some(
              ({ decorator, args }) => decorator === 'AwsExclude' && asJson(args[0])['keepInPublic'] !== true,
            ),
          )
          .map((handler) => handlerId(controller, handler)),
      ),
  );
}

/** Every string in a document, keys included. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...strings(item)]);
}

/** Nest declares the variables of all paths of a handler on each of them. */
function withVariablesOf(path: string, operation: Json, { paths }: { readonly paths: Json }): Json {
  const ofHandler = Object.entries(paths)
    .filter(([, item]) =>
      Object.values(asJson(item)).some(
        (other) => asJson(other)[HANDLER_EXTENSION] === operation[HANDLER_EXTENSION],
      ),
    )
    .flatMap(([other]) => [...other.matchAll(/\{[^{}]+\}/g)].map(([name]) => name));
  const parameters = (operation['parameters'] as readonly Json[] | undefined)?.filter(
    (parameter) =>
      parameter['in'] !== 'path' ||
      path.includes(`{${String(parameter['name'])}}`) ||
      !ofHandler.includes(`{${String(parameter['name'])}}`),
  );
  return parameters ? { ...operation, parameters } : operation;
}
