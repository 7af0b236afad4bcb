import type { Type } from '@nestjs/common';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { AwsGatewayOptions, Diagnostic } from 'nestjs-aws-gateway';
import { addWording, findUnknownWording, UPDATES } from '../wording/wording.js';
import { ALL_RULES } from './all-rules.js';
import { compileControllers, type TestApp } from './create-app.js';

export interface RuleCase extends Pick<TestApp, 'configure' | 'config' | 'swagger' | 'adapter'> {
  readonly name: string;
  readonly controllers: readonly Type[];
  /** Options of the module. @default every route is answered by one function, so that nothing else is at fault */
  readonly options?: AwsGatewayOptions;
  /** Everything that is reported; empty is silent. */
  readonly reports: readonly Report[];
}

/**
 * `code severity at Controller.handler METHOD /path`, and the values that the message or its fix must contain. How
 * they are worded stands in `test/wording/messages.txt`.
 */
export type Report = string | readonly [headline: string, ...values: readonly string[]];

export const ANSWERED: AwsGatewayOptions = {
  integration: { kind: 'lambda', functionArn: '${function_arn}' },
};

/**
 * The one way to test a rule: decorated controllers in, every diagnostic out. The first case is one that looks like
 * the fault and is none.
 */
export function testRule(code: string, cases: readonly RuleCase[]): void {
  describe(`rule ${code}`, () => {
    it('is one of the rules, and its cases begin with a silent one and hold a fault', () => {
      expect(ALL_RULES.map((rule) => rule.code)).toContain(code);
      expect(cases[0]?.reports).toEqual([]);
      expect(
        cases.some(({ reports }) => reports.some((report) => [report].flat()[0]?.startsWith(`${code} `))),
      ).toBe(true);
    });

    it.each(cases.map((ruleCase) => [ruleCase.name, ruleCase] as const))('%s', async (_name, ruleCase) => {
      const { name: _, controllers, options = ANSWERED, reports, ...given } = ruleCase;
      const { diagnostics } = await compileControllers(controllers, options, given);
      const expected = reports.map((report) => [report].flat());
      expect(diagnostics.map((one, index) => summarize(one, expected[index]))).toEqual(expected);
      expect(diagnostics.flatMap(findUnknownWording)).toEqual([]);
    });

    if (UPDATES) afterAll(addWording);
  });
}

/** The headline of a diagnostic, and which of the expected values it names. */
function summarize(diagnostic: Diagnostic, [, ...values]: readonly string[] = []): readonly string[] {
  const [headline = '', ...wording] = formatDiagnostic(diagnostic).split('\n');
  const named = values.filter((value) => names(wording.join('\n'), value));
  return [headline, ...named, ...(named.length < values.length ? [`of: ${wording.join(' ')}`] : [])];
}

/** Whether a text has a value as a word of its own. */
function names(text: string, value: string): boolean {
  return text
    .split(value)
    .some(
      (before, index, all) => index < all.length - 1 && !/\w$/.test(before) && !/^\w/.test(all[index + 1]!),
    );
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
