import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { GATEWAYS } from '../lib/backends/index.js';
import * as library from '../lib/index.js';
import type { AwsGatewayId } from '../lib/aws-gateway.options.js';
import { writeTree } from '../lib/values/deploy-tree.js';
import { compileFixtureFor } from './support/compile-fixture.js';
import { formatDiagnostic } from './support/test-rule.js';

const FIXTURE = 'every-decorator';
const folder = fileURLToPath(new URL(`fixtures/${FIXTURE}/`, import.meta.url));
const update = process.env['UPDATE_EXPECTED'] === '1';
const gateways = Object.keys(GATEWAYS) as AwsGatewayId[];

/** One application behind each gateway: what it gets, and what each gateway lacks. */
describe('an application with every decorator', () => {
  it('has every decorator', () => {
    const text = readFileSync(`${folder}app.ts`, 'utf8');
    const used = new Set([...text.matchAll(/^ *@(Aws\w+)\(/gm)].map(([, name]) => name));
    const decorators = Object.keys(library).filter(
      (name) => name.startsWith('Aws') && name !== 'AwsGatewayModule',
    );
    expect(decorators.length).toBeGreaterThan(15);
    expect(decorators.filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(gateways)('has the expected file and diagnostics behind %s', async (gateway) => {
    const { privateDocument, diagnostics } = await compileFixtureFor(gateway, FIXTURE);
    const files = {
      [`${gateway}.json`]: `${JSON.stringify(writeTree(privateDocument), undefined, 2)}\n`,
      [`${gateway}.txt`]: diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join('\n'),
    };
    const expected = `${folder}expected/`;
    if (update) mkdirSync(expected, { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      if (update) writeFileSync(expected + file, text);
      expect(text).toBe(readFileSync(expected + file, 'utf8'));
    }
  });

  it('has one public document behind all of them', async () => {
    const [first, ...others] = await Promise.all(
      gateways.map(async (gateway) => (await compileFixtureFor(gateway, FIXTURE)).publicDocument),
    );
    for (const other of others) expect(other).toEqual(first);
  });
});
