import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { CliProject } from '../support/cli-project.js';
import { judgeImport } from '../support/import-judge/judge-import.js';
import { plausibleValue } from '../support/plausible-value.js';

interface Reported {
  readonly code: string;
  readonly at: { readonly controller?: string; readonly handler?: string };
}

const ENTRY = `
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';
await runApigen(AppModule);
`;
const FILES = ['--out-public', 'public.json', '--out-private', 'private.json'];

/** What is wrong with the faulty application: one fault of a kind of its own at each of these handlers. */
const FAULTS = [
  'OpenController.forgotten route-without-authorizer',
  'OpenController.guarded guard-without-authorizer',
  'OpenController.nothingAnswers route-without-integration',
  'ShopController.credentialsForAll cors-credentials-with-wildcard',
  'ShopController.noArn invalid-deploy-value',
  'ShopController.noBody request-value-without-source',
  'ShopController.noRole missing-credentials',
  'ShopController.noRoute decorator-without-route',
  'ShopController.noSuchMode invalid-option',
  'ShopController.noSuchOption unknown-option',
  'ShopController.noSuchSchema unknown-reference',
  'ShopController.noVariable unknown-path-parameter',
  'ShopController.oneStatusTwice status-answered-twice',
  'ShopController.otherName conflicting-path-variables',
  'ShopController.otherPolicy cors-disagreement',
  'ShopController.partOfSegment unsupported-path',
  'ShopController.read member-without-dynamodb-type',
  'ShopController.sameName authorizer-name-reused',
  'ShopController.search unsupported-method',
  'ShopController.second duplicate-route',
  'ShopController.slip invalid-ignore',
  'ShopController.slow timeout-over-limit',
  'ShopController.tellsTheHost private-value-in-public',
  'ShopController.twoIntegrations conflicting-options',
];

/** An application beside this spec, for the built command to run on. */
function project(name: string): CliProject {
  const source = readFileSync(new URL(`import-safety/${name}.module.ts`, import.meta.url), 'utf8');
  return new CliProject({ 'app.module': source, apigen: ENTRY });
}

describe('an application with a fault at each of two dozen handlers', () => {
  const faulty = project('faulty');
  const mended = project('mended');
  afterAll(() => {
    faulty.remove();
    mended.remove();
  });

  it('gets every diagnostic in one run, each at its decorator, and nothing is written', async () => {
    const { code, stdout, stderr } = await faulty.run([...FILES, '--format', 'json']);
    const found = (JSON.parse(stdout) as readonly Reported[]).map(
      ({ code: kind, at }) => `${at.controller}.${at.handler} ${kind}`,
    );
    expect(found).toEqual(FAULTS);
    expect(new Set(found.map((report) => report.split(' ')[1])).size).toBe(FAULTS.length);
    expect(stderr).toContain('apigen: nothing was written\n');
    expect(code).toBe(1);
    expect(faulty.outputs()).toEqual([]);
  });

  it('passes with the remedies applied, even when warnings count, and import would take it', async () => {
    const { code, stdout, stderr } = await mended.run([
      ...FILES,
      '--strict',
      '--template',
      'none',
      ...vars(),
    ]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/\npublic\.json: 28 operations, written\nprivate\.json: 28 routes, written\n$/);
    expect(code).toBe(0);
    expect(judgeImport(JSON.parse(mended.read('private.json')))).toEqual([]);
  });
});

/** A value for each placeholder of the mended application. */
function vars(): readonly string[] {
  const source = readFileSync(new URL('import-safety/mended.module.ts', import.meta.url), 'utf8');
  const names = new Set([...source.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]!));
  return [...names].flatMap((name) => ['--var', `${name}=${plausibleValue(name)}`]);
}
