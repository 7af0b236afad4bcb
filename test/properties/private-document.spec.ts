import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { application } from '../support/arbitrary-application.js';
import { checkEmissionRules } from '../support/check-emission-rules.js';
import { compileApplication, fillPlaceholders, type CompiledApplication } from './compile-application.js';

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
        const document = fillPlaceholders(compiled);
        expect(checkEmissionRules(document, { ownOptions: ownOptions(compiled) })).toEqual([]);
      }),
      { numRuns: 80 },
    ));
});

function ownOptions({ source }: CompiledApplication): ReadonlySet<string> {
  return new Set(source.routes.filter(({ method }) => method === 'options').map(({ path }) => path));
}
