import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { application } from '../support/arbitrary-application.js';
import { clashing } from '../support/arbitrary-clashes.js';
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

  it('breaks no rule without the diagnostic of it, where routes clash', async () => {
    const faults = { none: 0, some: 0 };
    await fc.assert(
      fc.asyncProperty(clashing(application()), async (spec) => {
        const compiled = await compileApplication(spec);
        const document = fillPlaceholders(compiled);
        const violations = checkEmissionRules(document, { ownOptions: ownOptions(compiled) });
        const reported = new Set(compiled.diagnostics.map(({ code }) => code));
        expect(violations.filter((violation) => !reported.has(codeOf(violation)))).toEqual([]);
        faults[violations.length > 0 ? 'some' : 'none'] += 1;
      }),
      { numRuns: 80 },
    );
    expect(Object.values(faults)).not.toContain(0);
  });
});

function ownOptions({ source }: CompiledApplication): ReadonlySet<string> {
  return new Set(source.routes.filter(({ method }) => method === 'options').map(({ path }) => path));
}

/** The diagnostic of a rule of the check. */
function codeOf(violation: string): string {
  const rules: Readonly<Record<string, string>> = {
    'one path variable at each level': 'conflicting-path-variables',
    'a segment can be held': 'unsupported-path',
    'nothing stands below a wildcard': 'unsupported-path',
    'parameter names are unique across locations': 'unsupported-path',
  };
  const rule = Object.keys(rules).find((text) => violation.startsWith(text));
  return rule === undefined ? `no diagnostic for: ${violation}` : rules[rule]!;
}
