import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { application } from '../support/arbitrary-application.js';
import { clashing } from '../support/arbitrary-clashes.js';
import { compileApplication, fillPlaceholders, judgeCompiled } from './compile-application.js';

describe('the private document of any application', () => {
  it('has no fault to report where the application has none', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const { diagnostics } = await compileApplication(spec);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 50 },
    ));

  it('is valid OpenAPI 3.0', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const document = fillPlaceholders(await compileApplication(spec));
        expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
      }),
      { numRuns: 50 },
    ));

  it('keeps what API Gateway needs of a document that it imports', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const compiled = await compileApplication(spec);
        expect(judgeCompiled(compiled)).toEqual([]);
      }),
      { numRuns: 80 },
    ));

  it('breaks no rule without the diagnostic of it, where routes clash', async () => {
    const faults = { none: 0, some: 0 };
    await fc.assert(
      fc.asyncProperty(clashing(application()), async (spec) => {
        const compiled = await compileApplication(spec);
        const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
        if (errors.length === 0) expect(judgeCompiled(compiled)).toEqual([]);
        faults[errors.length > 0 ? 'some' : 'none'] += 1;
      }),
      { numRuns: 80 },
    );
    expect(Object.values(faults)).not.toContain(0);
  });
});
