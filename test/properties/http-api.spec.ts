import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { httpApiApplication } from '../support/arbitrary-http-api.js';
import { clashing } from '../support/arbitrary-clashes.js';
import { rawApplication } from '../support/arbitrary-raw.js';
import { strange } from '../support/arbitrary-strange.js';
import { judgeHttpImport } from '../support/http-import-judge/judge-http-import.js';
import { assertCovering } from './assert-covering.js';
import { compileApplication, fillPlaceholders } from './compile-application.js';

describe('the document of an HTTP API of any application', () => {
  it.each([
    ['as HTTP APIs are declared', 20, httpApiApplication, 'whole'],
    ['whatever it declares', 15, application(), 'partly'],
    ['whose routes clash', 15, clashing(application()), 'partly'],
    ['of which Nest documents more than an import can hold', 15, strange(application()), 'partly'],
    ['with integration objects written by hand', 40, rawApplication, 'partly'],
  ] as const)(
    'is taken by API Gateway without what is not expressible, %s',
    async (_, numRuns, arbitrary, usual) => {
      await assertCovering<ApplicationSpec, 'whole' | 'partly' | 'reported'>(
        arbitrary,
        { whole: 0, partly: 0, reported: 0, [usual]: 1 },
        async (spec) => {
          const compiled = await compileApplication({
            ...spec,
            options: { ...spec.options, gateway: 'http-api' },
          });
          const errors = compiled.diagnostics.filter(
            ({ severity, code }) => severity === 'error' && code !== 'private-value-in-public',
          );
          if (errors.some(({ code }) => code !== 'not-expressible')) return 'reported';
          const document = structuredClone(fillPlaceholders(compiled));
          expect(judgeHttpImport(document)).toEqual([]);
          expect(await new Validator().validate(document)).toEqual({ valid: true });
          return errors.length === 0 ? 'whole' : 'partly';
        },
        { numRuns },
      );
    },
  );
});
