import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Route } from '../../lib/model/routes/route.js';
import { AS_WRITTEN, listPlaceholders, writeTree } from '../../lib/values/deploy-tree.js';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { clashing } from '../support/arbitrary-clashes.js';
import { chooseRoute } from '../support/kong-judge/choose-route.js';
import { KongRouter } from '../support/kong-judge/find-route.js';
import { judgeFile } from '../support/kong-judge/judge-file.js';
import type { KongFile, KongRoute } from '../support/kong-judge/kong-file.js';
import { plausibleValue } from '../support/plausible-value.js';
import { behind, PLUGIN } from './behind.js';
import { compileApplication, type CompiledApplication } from './compile-application.js';

describe('the file for Kong of any application', () => {
  it.each([
    ['dbless', 25, application()],
    ['deck', 25, clashing(application())],
  ] as const)('passes its judge, in the dialect %s', (dialect, numRuns, arbitrary) =>
    fc.assert(
      fc.asyncProperty(arbitrary, async (spec) => {
        const compiled = await compileForKong(spec, dialect);
        // No gateway serves such paths, and their rule stops the run.
        if (compiled.diagnostics.some(({ code }) => code === 'unsupported-path')) return;
        expect(judgeFile(fileOf(compiled), { dialect, own: [PLUGIN] })).toEqual([]);
      }),
      { numRuns, endOnFailure: true },
    ),
  );

  it('serves no route without the authorizer and the API key that it asks for', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const { model, gatewayOutput, diagnostics } = await compileForKong(spec, 'deck');
        let isComplete = true;
        for (const route of model.routes) {
          const served = gatewayOutput.operations.get(route);
          isComplete &&= served !== undefined;
          if (!served) continue;
          const { plugins = [] } = writeTree(served.operation) as unknown as KongRoute;
          const names = plugins.map(({ name }) => name);
          expect(names.includes('jwt') || names.includes(PLUGIN)).toBe(route.authorizer !== undefined);
          expect(names.includes('key-auth')).toBe(route.apiKey);
        }
        expect(isComplete || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 30, endOnFailure: true },
    ));

  it('leads each request to the route that API Gateway takes', () =>
    fc.assert(
      fc.asyncProperty(clashing(application()), fc.integer(), async (spec, seed) => {
        const compiled = await compileForKong(spec, 'deck');
        // No gateway serves such paths, and their rule stops the run.
        if (compiled.diagnostics.some(({ code }) => code === 'unsupported-path')) return;
        const { routes } = compiled.model;
        const nameOf = (route: Route | undefined): string | undefined => {
          const operation = route && compiled.gatewayOutput.operations.get(route)?.operation;
          return operation ? (writeTree(operation) as unknown as KongRoute).name : undefined;
        };
        const router = new KongRouter(fileOf(compiled));
        for (const { method, path } of fc.sample(requests(routes.map((route) => route.path)), {
          numRuns: 60,
          seed,
        })) {
          const expected = chooseRoute(routes, method, path)?.route;
          // A route that Kong cannot serve is an error, and no file is written.
          if (expected && nameOf(expected) === undefined) continue;
          const found = router.find(method, path)?.route.name;
          // A preflight is of no route.
          if (found?.includes('.preflight')) continue;
          expect({ method, path, route: found }).toEqual({
            method,
            path,
            route: nameOf(expected),
          });
        }
      }),
      { numRuns: 20, endOnFailure: true },
    ));
});

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Requests that fit some path, or nearly. */
function requests(
  paths: readonly string[],
): fc.Arbitrary<{ readonly method: string; readonly path: string }> {
  const word = fc.constantFrom('a', 'b%20c', '42', 'x.y', 'c0_0');
  return fc.record({
    method: fc.constantFrom(...METHODS),
    path: fc
      .tuple(
        fc.constantFrom('/', ...paths),
        fc.array(word, { minLength: 6, maxLength: 6 }),
        fc.constantFrom('', '', '/', '/more'),
      )
      .map(([path, words, end]) => {
        const filled = path.replace(/\{[^{}]+?(\+?)\}/g, (_, plus: string) =>
          plus ? words.slice(0, 2).join('/') : words[path.length % 6]!,
        );
        return filled === '/' ? filled : filled + end;
      }),
  });
}

function compileForKong(spec: ApplicationSpec, dialect: 'deck' | 'dbless'): Promise<CompiledApplication> {
  return compileApplication(behind('kong', dialect)(spec));
}

function fileOf({ privateDocument }: CompiledApplication): KongFile {
  const values = new Map(listPlaceholders(privateDocument).map((name) => [name, plausibleValue(name)]));
  return writeTree(privateDocument, AS_WRITTEN, values) as KongFile;
}
