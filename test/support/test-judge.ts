import { describe, expect, it } from '@jest/globals';
import { judgeImport } from './import-judge/judge-import.js';
import type { JudgeOptions, Outcome } from './import-judge/verdict.js';
import { replaceMember } from './replace-member.js';
import { VALID_IMPORT } from './valid-import.js';

/** What is found, what becomes of it, and the member of the valid document that makes it so. */
export type JudgedFault = readonly [Outcome, string, readonly string[], unknown];

const GATEWAY = 'x-amazon-apigateway-integration';
export const USER_GET = ['paths', '/users/{id}', 'get'];
export const USER_PUT = ['paths', '/users/{id}', 'put'];
export const PREFLIGHT = ['paths', '/users/{id}', 'options'];
export const FILE = ['paths', '/files/{key+}', 'get'];
export const ORDERS = ['paths', '/orders', 'get'];
export const ORDER = ['paths', '/orders', 'post'];
export const RATES = ['paths', '/rates', 'x-amazon-apigateway-any-method'];
export const USER = ['components', 'schemas', 'User'];
export const SCHEMES = ['components', 'securitySchemes'];

/** The path of a member of an operation's integration. */
export function ofIntegration(operation: readonly string[], ...steps: readonly string[]): readonly string[] {
  return [...operation, GATEWAY, ...steps];
}

/** Breaks the valid document by hand, each way by itself. */
export function testJudge(title: string, faults: readonly JudgedFault[], options: JudgeOptions = {}): void {
  describe(`the import judge, ${title}`, () => {
    it.each(faults)('%s: %s', (outcome, what, path, value) => {
      const found = judgeImport(replaceMember(VALID_IMPORT, path, value), options);
      expect(found).toContainEqual({
        outcome,
        what: expect.stringContaining(what),
        place: expect.stringMatching(/./),
      });
    });
  });
}

/** Changes of the valid document that only look like faults. */
export function testSilence(
  title: string,
  changes: readonly (readonly [string, readonly string[], unknown, JudgeOptions?])[],
): void {
  describe(`the import judge is silent on ${title}`, () => {
    it.each(changes.map((change) => [change[0], change] as const))('%s', (_, [, path, value, options]) => {
      expect(judgeImport(replaceMember(VALID_IMPORT, path, value), options)).toEqual([]);
    });
  });
}
