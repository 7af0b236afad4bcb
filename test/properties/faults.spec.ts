import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Diagnostic } from 'nestjs-aws-gateway';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../lib/values/terraform-writer.js';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { corruptDecorators, corruptOptions } from '../support/arbitrary-garbage.js';
import { PRIVATE } from '../support/arbitrary-text.js';
import { compileApplication, type CompiledApplication } from './compile-application.js';

describe('garbage', () => {
  it('in decorators and authorizers is reported, and nothing throws', () =>
    fc.assert(
      fc.asyncProperty(corruptDecorators(application()), async (spec) => {
        const compiled = await checkReported(spec);
        // With the module in order, each fault stands on a class, if its authorizer is not the module's.
        const onClasses = compiled.diagnostics.filter(({ at }) => at.controller !== undefined);
        const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
        // The texts of DTOs name placeholders on purpose, and a DTO is of no class of routes.
        const ofModule = errors.filter(
          ({ at, code }) => at.controller === undefined && code !== 'private-value-in-public',
        );
        expect(onClasses.map(({ at }) => at.controller)).not.toContain('');
        expect(ofModule.length === 0 || spec.options['authorizer'] !== undefined).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('in the options of the module is reported, and nothing throws', () =>
    fc.assert(
      fc.asyncProperty(corruptOptions(application()), async (spec) => {
        const { model } = await checkReported(spec);
        expect(model.document.openapi).toBe(spec.openapi);
      }),
      { numRuns: 60 },
    ));
});

/** Compiles an application, which must not throw, and looks at all that came out. */
async function checkReported(spec: ApplicationSpec): Promise<CompiledApplication> {
  const compiled = await compileApplication(spec);
  const { model, diagnostics, publicDocument, privateDocument } = compiled;
  for (const diagnostic of diagnostics) expect(diagnostic).toEqual(COMPLETE);
  const reported = new Set(diagnostics.map(describeFault));
  expect(model.faults.map(describeFault).filter((fault) => !reported.has(fault))).toEqual([]);
  // Whatever was wrong, what is left can be written, and stays private.
  expect(() => JSON.stringify([model, writeTree(privateDocument, TERRAFORM)])).not.toThrow();
  expect(JSON.stringify(publicDocument)).not.toContain(PRIVATE);
  return compiled;
}

const COMPLETE = {
  code: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
  severity: expect.stringMatching(/^(error|warning|info)$/),
  at: expect.any(Object),
  message: expect.stringMatching(/\S/),
  fix: expect.stringMatching(/\S/),
  docs: expect.stringMatching(/^nestjs-aws-gateway\/docs\/diagnostics\.md#/),
};

function describeFault({
  code,
  at,
  message,
  fix,
}: Pick<Diagnostic, 'code' | 'at' | 'message' | 'fix'>): string {
  return JSON.stringify([code, at.controller, at.handler, message, fix]);
}
