import type { Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import type { AwsGatewayOptions, Diagnostic } from 'nestjs-aws-gateway';
import { ALL_RULES } from './all-rules.js';
import { compileControllers, type TestApp } from './create-app.js';

export interface RuleCase extends Pick<TestApp, 'configure' | 'config' | 'swagger' | 'adapter'> {
  readonly name: string;
  readonly controllers: readonly Type[];
  /** Options of the module. @default every route is answered by one function, so that nothing else is at fault */
  readonly options?: AwsGatewayOptions;
  /** Everything that is reported, as `formatDiagnostic` writes it; empty is silent. */
  readonly reports: readonly string[];
}

export const ANSWERED: AwsGatewayOptions = {
  integration: { kind: 'lambda', functionArn: '${function_arn}' },
};

/**
 * The one way to test a rule: decorated controllers in, every diagnostic out, compared whole. The first case is one
 * that looks like the fault and is none.
 */
export function testRule(code: string, cases: readonly RuleCase[]): void {
  describe(`rule ${code}`, () => {
    it('is one of the rules, and its cases begin with a silent one and hold a fault', () => {
      expect(ALL_RULES.map((rule) => rule.code)).toContain(code);
      expect(cases[0]?.reports).toEqual([]);
      expect(cases.some(({ reports }) => reports.some((report) => report.startsWith(`${code} `)))).toBe(true);
    });

    it.each(cases.map((ruleCase) => [ruleCase.name, ruleCase] as const))('%s', async (_name, ruleCase) => {
      const { name: _, controllers, options = ANSWERED, reports, ...given } = ruleCase;
      const { diagnostics } = await compileControllers(controllers, options, given);
      expect(diagnostics.map(formatDiagnostic)).toEqual(reports);
    });
  });
}

/**
 * `code severity at Controller.handler METHOD /path`, then the message and the fix on lines of their own. Every part
 * of the diagnostic is in it.
 */
export function formatDiagnostic({ code, severity, at, message, fix, docs }: Diagnostic): string {
  const { controller, handler, method, path, member, ...others } = at;
  expect(others).toEqual({});
  expect(docs).toBe(`nestjs-aws-gateway/docs/diagnostics.md#${code}`);
  const owner = controller === undefined ? 'module' : [controller, handler].filter(Boolean).join('.');
  const place = [owner, method, path, member].filter((part) => part !== undefined).join(' ');
  return `${code} ${severity} at ${place}\n${message}\n${fix}`;
}
