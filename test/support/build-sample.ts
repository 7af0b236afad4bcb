import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface BuiltSample {
  /** Holds `main.js`, `apigen.js` and `container/apigen.js`. */
  readonly folder: string;
  /** Runs an entry, `apigen.js` if none is named, with the built library. */
  apigen(
    args: readonly string[],
    entry?: string,
  ): {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
  remove(): void;
}

/** The options that the committed documents were written with. */
export const DOCUMENT_OPTIONS = [
  '--title',
  'sample-api',
  '--version',
  '1.0.0',
  '--description',
  'Users, files, events and orders of a small shop',
] as const;

/** Compiles the sample into a folder of its own, inside the package: it imports the built library by its name. */
export function buildSample(): BuiltSample {
  mkdirSync(join(ROOT, 'dist/e2e'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'dist/e2e/sample-'));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'sample/tsconfig.json', '--outDir', folder], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  return {
    folder,
    apigen(args, entry = 'apigen') {
      const program = join(folder, `${entry}.js`);
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        // Jest sets it for its workers when it has a terminal.
        env: { ...process.env, FORCE_COLOR: undefined },
      });
      return { code: status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
