import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm, type Ended, type InstalledApplication } from './install-application.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

/** What `nest new` makes. */
export interface NewApplication {
  /** `nest add nestjs-aws-gateway`, as the Nest CLI runs it once the package is installed. */
  add(...flags: readonly string[]): Ended;
  npm(...args: readonly string[]): Ended;
  read(file: string): string;
}

/** Copies one of the examples beside an installed application, with its packages. */
export function copyExample(installed: InstalledApplication, name: string): NewApplication {
  const folder = join(installed.folder, `example-${name}`);
  cpSync(join(EXAMPLES, name), folder, {
    recursive: true,
    filter: (path) => !/node_modules|dist/.test(path),
  });
  return openApplication(installed, folder);
}

/** Runs `nest new` beside an installed application, and gives the new one its packages. */
export function makeNew(installed: InstalledApplication, name: string): NewApplication {
  const nest = join(installed.folder, 'node_modules/@nestjs/cli/bin/nest.js');
  const made = run(installed.folder, nest, 'new', name, '--skip-install', '--skip-git', '-p', 'npm');
  if (made.code !== 0) throw new Error(`nest new failed:\n${made.stdout}${made.stderr}`);
  const folder = join(installed.folder, name);
  // Vitest is not installed here.
  const options = join(folder, 'tsconfig.json');
  writeFileSync(options, readFileSync(options, 'utf8').replace('"vitest/globals", ', ''));
  return openApplication(installed, folder);
}

function openApplication(installed: InstalledApplication, folder: string): NewApplication {
  symlinkSync(join(installed.folder, 'node_modules'), join(folder, 'node_modules'));
  const nest = join(installed.folder, 'node_modules/@nestjs/cli/bin/nest.js');
  return {
    add: (...flags) => run(folder, nest, 'add', 'nestjs-aws-gateway', '--skip-install', ...flags),
    npm: (...args) => runNpm(folder, ...args),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
  };
}

function run(cwd: string, ...args: readonly string[]): Ended {
  const env = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env });
  return { code: status, stdout, stderr };
}
