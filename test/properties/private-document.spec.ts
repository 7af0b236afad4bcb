import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { clashing } from '../support/arbitrary-clashes.js';
import { rawApplication } from '../support/arbitrary-raw.js';
import { strange } from '../support/arbitrary-strange.js';
import type { Verdict } from '../support/import-judge/verdict.js';
import { assertCovering } from './assert-covering.js';
import {
  compileApplication,
  fillPlaceholders,
  judgeCompiled,
  type CompiledApplication,
} from './compile-application.js';

describe('the private document of any application', () => {
  it('is valid, and taken by API Gateway as it is, where the application has no fault', () =>
    fc.assert(
      fc.asyncProperty(application(), async (spec) => {
        const compiled = await compileApplication(spec);
        expect(errorsOf(compiled)).toEqual([]);
        expect(unexplained(compiled)).toEqual([]);
        const document = structuredClone(fillPlaceholders(compiled));
        expect(await new Validator().validate(document)).toEqual({ valid: true });
      }),
      { numRuns: 60 },
    ));

  it.each([
    ['routes clash', 60, clashing(application())],
    ['Nest documents more than an import can hold, and services answer', 80, strange(application())],
    ['integration objects are written by hand', 300, rawApplication],
  ] as const)('holds nothing that no diagnostic tells of, where %s', async (_, numRuns, arbitrary) => {
    await assertCovering<ApplicationSpec, 'taken' | 'reported'>(
      arbitrary,
      { taken: 1, reported: 1 },
      async (spec) => {
        const compiled = await compileApplication(spec);
        if (errorsOf(compiled).length > 0) return 'reported';
        expect(unexplained(compiled)).toEqual([]);
        return 'taken';
      },
      { numRuns },
    );
  });
});

function errorsOf({ diagnostics }: CompiledApplication): CompiledApplication['diagnostics'] {
  // The texts of these applications name placeholders on purpose, which concerns the public document alone.
  return diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'private-value-in-public',
  );
}

/** What a warning tells of: it is taken, and may be meant. */
const WARNINGS: Readonly<Record<string, RegExp>> = {
  'gateway-response-without-effect': /the response cannot be customised/,
  'remapped-header': /reaches no client by its name/,
  'responses-without-default': /what no pattern matches answers 500/,
  'service-error-as-success': /a service's fault is answered as a success/,
  'vtl-in-gateway-response': /is substituted, and no VTL/,
};

function unexplained(compiled: CompiledApplication): readonly Verdict[] {
  const told = compiled.diagnostics
    .map(({ code }) => WARNINGS[code])
    .filter((pattern) => pattern !== undefined);
  return judgeCompiled(compiled).filter(
    ({ outcome, what }) =>
      outcome === 'rejected' || outcome === 'warned' || !told.some((pattern) => pattern.test(what)),
  );
}
