import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { BACK_ENDS } from '../../lib/backends/index.js';
import { checkModel } from '../../lib/rules/check-model.js';
import { RULES } from '../../lib/rules/index.js';
import type { Rule } from '../../lib/rules/rule.js';
import { ALL_RULES } from '../support/all-rules.js';
import { makeModel } from '../support/make-model.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The folders of rules, below lib/ and test/. */
const FOLDERS = ['rules', ...BACK_ENDS.map(({ id }) => `backends/${id}/rules`)].filter((folder) =>
  existsSync(`${root}lib/${folder}`),
);
const codes = ALL_RULES.map(({ code }) => code).toSorted();

/** The files of rules or of their specs, below the root of the package, by code. */
const filesIn = (base: string, suffix: string): ReadonlyMap<string, string> =>
  new Map(
    FOLDERS.flatMap((folder) =>
      readdirSync(`${root}${base}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (file) => `${base}/${folder}/${file.replaceAll('\\', '/')}`,
      ),
    )
      .filter((file) => file.endsWith(suffix) && !isOfNoRule(file))
      .map((file) => [file.slice(file.lastIndexOf('/') + 1, -suffix.length), file] as const)
      .toSorted(),
  );

/** Whether a spec is of a file beside the rules. */
function isOfNoRule(file: string): boolean {
  return (
    file.endsWith('.spec.ts') && existsSync(root + file.replace(/^test/, 'lib').replace('.spec.ts', '.ts'))
  );
}

describe('the rules', () => {
  it('have codes in kebab-case, each once', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  it('are named as their files, their specs and their headings in the documentation', () => {
    const documentation = readFileSync(`${root}docs/diagnostics.md`, 'utf8');
    const [ofRules, ofCommand, ofTerraform, ofEmulator] = documentation
      .split(/\n# Of (?:the command line|Terraform|the emulator)\n/)
      .map((part) => [...part.matchAll(/^## (.+)$/gm)].map((match) => match[1]));
    const [rules, specs] = [filesIn('lib', '.rule.ts'), filesIn('test', '.spec.ts')];
    expect([...rules.keys()]).toEqual(codes);
    expect([...specs.values()]).toEqual(
      [...rules.values()].map((file) => file.replace(/^lib/, 'test').replace('.rule.ts', '.spec.ts')),
    );
    expect(ofRules).toEqual(codes);

    const command = ['check-placeholders', 'check-stale'].map((name) =>
      readFileSync(`${root}lib/cli/export/${name}.ts`, 'utf8'),
    );
    expect(ofCommand).toEqual(
      [...command.join('').matchAll(/code: '(.+)'/g)].map((match) => match[1]).toSorted(),
    );

    const terraform = readFileSync(`${root}lib/cli/check/rules/report.ts`, 'utf8');
    expect(ofTerraform).toEqual(
      [...terraform.matchAll(/'(terraform-[a-z-]+)'/g)].map((match) => match[1]).toSorted(),
    );

    const emulator = readFileSync(`${root}lib/cli/verify/compare/compare-all.ts`, 'utf8');
    expect(ofEmulator).toEqual(
      [...new Set([...emulator.matchAll(/'(verify-[a-z-]+)'/g)].map((match) => match[1]))].toSorted(),
    );
  });

  it.each(codes)('%s is tested in its own spec, and its section names the severity', (code) => {
    const spec = readFileSync(root + filesIn('test', '.spec.ts').get(code)!, 'utf8');
    expect([...spec.matchAll(/^testRule\('([^']+)'/gm)].map((match) => match[1])).toEqual([code]);

    const documentation = readFileSync(`${root}docs/diagnostics.md`, 'utf8');
    const section = documentation.split(/^## /m).find((text) => text.startsWith(`${code}\n`))!;
    const severity = ALL_RULES.find((rule) => rule.code === code)!.severity;
    expect(section).toMatch(
      { error: /^.+\n\nError\. /, warning: /^.+\n\nWarning\. /, info: /^.+\n\nInfo\. / }[severity],
    );
    expect(section).toMatch(/```ts\n[^`]+\n```\n\n[A-Z]/);
  });
});

const rule = (code: string, places: readonly object[]): Rule => ({
  code: code as Rule['code'],
  severity: 'error',
  check: () => places.map((at) => ({ at, message: 'm', fix: 'f' })),
});

describe('checkModel', () => {
  it('sorts by place, the module first, and then by code', () => {
    const { diagnostics: found } = checkModel(makeModel(), [
      {
        rules: [rule('b-rule', [{ controller: 'B' }, { controller: 'A', handler: 'z' }, {}])],
        output: undefined,
      },
      {
        rules: [rule('a-rule', [{ controller: 'A', handler: 'z' }, { controller: 'A' }])],
        output: undefined,
      },
    ]);
    expect(found.map(({ code, at }) => [code, at.controller, at.handler])).toEqual([
      ['b-rule', undefined, undefined],
      ['a-rule', 'A', undefined],
      ['a-rule', 'A', 'z'],
      ['b-rule', 'A', 'z'],
      ['b-rule', 'B', undefined],
    ]);
  });

  it('finds nothing in an empty model', () => {
    const made = makeModel();
    const model = { ...made, settings: { ...made.settings, models: 'used' as const } };
    const checks = BACK_ENDS.map(({ rules, render }) => ({ rules, output: render(model) }));
    expect(checkModel(model, [{ rules: RULES, output: undefined }, ...checks])).toEqual({
      diagnostics: [],
      silenced: [],
    });
  });
});
