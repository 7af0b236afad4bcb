import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An application outside the repository, with the packed package and its own Nest in `node_modules`. */
export interface InstalledApplication {
  readonly folder: string;
  /** Runs `node` in the application's folder. */
  node(...args: readonly string[]): Ended;
  /** Runs a program of an installed package, by its file in `node_modules`. */
  program(file: string, ...args: readonly string[]): Ended;
  read(file: string): string;
  /** What the modules of the application are: ES modules or CommonJS. */
  setType(type: 'module' | 'commonjs'): void;
}

const TEMPLATE = fileURLToPath(new URL('./application', import.meta.url));

/** Makes an application as `nest new` does, with three decorators, and installs what it needs by npm. */
export function installApplication(
  folder: string,
  type: 'module' | 'commonjs',
  packages: readonly string[],
): InstalledApplication {
  mkdirSync(folder);
  cpSync(TEMPLATE, folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  writeFileSync(manifest, JSON.stringify({ name: 'my-api', private: true, type }));
  const installed = runNpm(folder, 'install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages);
  if (installed.code !== 0) throw new Error(`npm install failed:\n${installed.stderr}`);

  const node = (...args: readonly string[]): Ended => run(process.execPath, args, folder);
  return {
    folder,
    node,
    program: (file, ...args) => node(join(folder, 'node_modules', file), ...args),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    setType(changed) {
      const known: object = JSON.parse(readFileSync(manifest, 'utf8'));
      writeFileSync(manifest, JSON.stringify({ ...known, type: changed }));
    },
  };
}

/** The folder is named, because `npm test` leaves the repository's in the environment. */
export function runNpm(folder: string, ...args: readonly string[]): Ended {
  return run('npm', ['--prefix', folder, ...args], folder);
}

function run(command: string, args: readonly string[], cwd: string): Ended {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { code: status, stdout, stderr: error ? error.message : stderr };
}
