import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { runProcess, type CliRun } from '../support/cli-project.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const read = (file: string): { readonly sideEffects: readonly string[] } =>
  JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as { sideEffects: readonly string[] };

describe('what package.json says of side effects', () => {
  let folder: string;

  beforeAll(() => {
    // Below the package's root, so that the package resolves by its own name.
    folder = mkdtempSync(join(ROOT, 'dist/side-effects-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Bundles a program, which drops what is said to have no effect, and runs it. */
  async function run(program: string): Promise<CliRun> {
    const entry = join(folder, 'entry.mjs');
    writeFileSync(entry, program);
    const outfile = join(folder, 'bundle.mjs');
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      // Its own modules are what is asked about.
      external: ['@nestjs/*', 'nest-commander', 'reflect-metadata', 'path-to-regexp', 'yaml'],
      // Without the checkout's own, which leads to lib/.
      tsconfigRaw: '{}',
      logLevel: 'silent',
    });
    return runProcess(process.execPath, [outfile], { cwd: folder });
  }

  it('keeps the import of the command, which sends what is printed to stderr', async () => {
    expect(await run(`import 'nestjs-aws-gateway/cli';\nconsole.log('printed');`)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'printed\n',
    });
  });

  it.each(['nestjs-aws-gateway', 'nestjs-aws-gateway/testing'])('drops the import of %s', async (name) => {
    expect(await run(`import '${name}';\nconsole.log('printed');`)).toEqual({
      code: 0,
      stdout: 'printed\n',
      stderr: '',
    });
    expect(readFileSync(join(folder, 'bundle.mjs'), 'utf8')).not.toContain('/chunks/');
  });

  it.each(['esm', 'cjs'])('is the same in the %s build, whose package.json is the nearer one', (format) => {
    const { sideEffects } = read('package.json');
    expect(sideEffects).toContain('./dist/*/cli/index.js');
    expect(read(`dist/${format}/package.json`).sideEffects).toEqual(
      sideEffects.map((path) => path.replace('./dist/*/', './')),
    );
  });
});
