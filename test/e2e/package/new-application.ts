import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm, type Ended, type InstalledApplication } from './install-application.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

/** What `nest new` makes. */
export interface NewApplication {
  readonly folder: string;
  /** `nest add nestjs-aws-gateway`, as the Nest CLI runs it once the package is installed. */
  add(...flags: readonly string[]): Ended;
  npm(...args: readonly string[]): Ended;
  /** Runs a line of a shell in its folder. */
  sh(line: string): Ended;
  read(file: string): string;
  write(file: string, content: string): void;
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
  const made = runNode(installed.folder, nest, 'new', name, '--skip-install', '--skip-git', '-p', 'npm');
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
    folder,
    add: (...flags) => runNode(folder, nest, 'add', 'nestjs-aws-gateway', '--skip-install', ...flags),
    npm: (...args) => runNpm(folder, ...args),
    sh: (line) => run('sh', ['-c', line], folder),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write(file, content) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    },
  };
}

function runNode(cwd: string, ...args: readonly string[]): Ended {
  return run(process.execPath, args, cwd);
}

function run(program: string, args: readonly string[], cwd: string): Ended {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env: ENVIRONMENT });
  return { code: status, stdout, stderr };
}

/** `npm test` leaves the folder of the repository in the environment, as the prefix of npm. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  NO_COLOR: '1',
};
