import { transformSync } from '@swc/core';
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Below the package's root, so that the built package resolves by its own name, and ignored by Git. */
const projects = join(root, 'dist/test-cli');

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An application of a few TypeScript files, compiled into a folder of its own, to run the built command in. */
export class CliProject {
  private readonly folder: string;

  /** @param sources TypeScript by the name of its file, without ending */
  constructor(
    sources: Readonly<Record<string, string>>,
    private readonly format: 'esm' | 'cjs' = 'esm',
  ) {
    mkdirSync(projects, { recursive: true });
    this.folder = mkdtempSync(join(projects, 'app-'));
    for (const [name, source] of Object.entries(sources)) {
      this.put(`${name}${this.ending}`, compile(source, format));
    }
  }

  /** Runs an entry file as `node <entry> <args>` in the project's folder. `CliHost` runs several in one process. */
  run(args: readonly string[], { entry = 'apigen', env = {} } = {}): Promise<CliRun> {
    return runProcess(process.execPath, [this.entry(entry), ...args], { cwd: this.folder, env });
  }

  /** The path of an entry file. */
  entry(name = 'apigen'): string {
    return join(this.folder, `${name}${this.ending}`);
  }

  put(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Puts the time of a file's last change far into the past. */
  age(name: string): void {
    utimesSync(join(this.folder, name), LONG_AGO, LONG_AGO);
  }

  isAged(name: string): boolean {
    return statSync(join(this.folder, name)).mtimeMs === LONG_AGO.getTime();
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Every file that is not the application's code. */
  outputs(): readonly string[] {
    return readdirSync(this.folder)
      .filter((name) => !name.endsWith(this.ending))
      .toSorted();
  }

  /** Removes what a command wrote. */
  clear(): void {
    for (const name of this.outputs()) rmSync(this.path(name), { recursive: true });
  }

  path(name = ''): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get ending(): string {
    return this.format === 'esm' ? '.mjs' : '.cjs';
  }
}

const LONG_AGO = new Date('2001-01-01T00:00:00Z');

function compile(source: string, format: 'esm' | 'cjs'): string {
  const ending = format === 'esm' ? '.mjs' : '.cjs';
  const named = source.replace(/'(\.\/[\w.-]+)\.js'/g, `'$1${ending}'`);
  // CommonJS has no `await` outside functions.
  const code = format === 'esm' ? named : named.replace(/^await /m, 'void ');
  return transformSync(code, {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: format === 'esm' ? 'es6' : 'commonjs' },
  }).code;
}

/** Without what a developer's terminal adds to the output. */
export const CLEAN_ENVIRONMENT = {
  ...process.env,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  NODE_OPTIONS: '',
};

export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...CLEAN_ENVIRONMENT, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdin.end();
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
