import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { compileAll } from '../support/compile-all.js';
import { originalCreateDocument } from '../../lib/nest/swagger/hook-swagger.js';
import { readApplication } from '../../lib/nest/read-application.js';
import { application } from '../support/arbitrary-application.js';
import { buildApplication } from './build-application.js';

describe('compiling any application', () => {
  it("changes nothing of Nest's document or of what the decorators recorded, and is repeatable", () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const { app, config, options } = await buildApplication(spec);
        const source = deepFreeze(readApplication(app, config));
        const before = structuredClone({ ...source.document });
        const first = compileAll(source, deepFreeze(options));
        const second = compileAll(source, options);
        expect(source.document).toEqual(before);
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      }),
      { numRuns: 30 },
    ));

  it('makes a model that is plain JSON', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const { app, config, options } = await buildApplication(spec);
        const { model } = compileAll(readApplication(app, config), options);
        const { document: _document, hidden: _hidden, ...facts } = model;
        expect(toPlain(JSON.parse(JSON.stringify(facts)))).toEqual(toPlain(facts));
      }),
      { numRuns: 30 },
    ));

  it("leaves plain Nest's answer for the same application as it was", () =>
    fc.assert(
      fc.asyncProperty(application(), async (generated) => {
        // A previewed application of plain Nest does not know the prefixes of its `RouterModule`.
        const modules = generated.modules.map(({ controllers }) => ({ controllers }));
        const spec = { ...generated, modules };
        const { app, config, options } = await buildApplication(spec);
        const { app: other, config: otherConfig } = await buildApplication(spec);
        compileAll(readApplication(app, config), options);
        const after = originalCreateDocument()(app, config);
        expect(JSON.stringify(after)).toBe(JSON.stringify(originalCreateDocument()(other, otherConfig)));
      }),
      { numRuns: 30 },
    ));
});

function deepFreeze<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const item of Object.values(value)) deepFreeze(item, seen);
  return Object.freeze(value);
}

/** Objects without a prototype are JSON too. */
function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}
