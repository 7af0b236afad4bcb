import { spawn, type ChildProcess } from 'node:child_process';
import { CLEAN_ENVIRONMENT, type CliProject } from './cli-project.js';

/** How long it may take to start, in milliseconds. */
const PATIENCE = 120_000;

/** `apigen` as a process of its own that runs until a signal. */
export class ServeProcess {
  stdout = '';
  stderr = '';
  private code: number | null | undefined;

  private constructor(private readonly child: ChildProcess) {
    child.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    child.on('exit', (code) => (this.code = code));
  }

  /** Resolves when it serves. */
  static async start(
    project: Pick<CliProject, 'path'>,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<ServeProcess> {
    const served = ServeProcess.run(project, ['serve', ...args], env);
    await served.until('on http://127.0.0.1:');
    return served;
  }

  static run(
    project: Pick<CliProject, 'path'>,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): ServeProcess {
    return ServeProcess.spawn(project, process.execPath, [project.path('apigen.mjs'), ...args], env);
  }

  /** In a shell, which gets the signals, as from `npm run`. It ends when both have. */
  static runInShell(project: Pick<CliProject, 'path'>, args: readonly string[]): ServeProcess {
    const command = [process.execPath, project.path('apigen.mjs'), ...args].join(' ');
    // A shell becomes its last command: this one is not.
    return ServeProcess.spawn(project, '/bin/sh', ['-c', `${command}; exit $?`], { npm_execpath: 'npm' });
  }

  private static spawn(
    project: Pick<CliProject, 'path'>,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): ServeProcess {
    const child = spawn(command, args, {
      cwd: project.path(),
      env: { ...CLEAN_ENVIRONMENT, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServeProcess(child);
  }

  get url(): string {
    return /http:\/\/127\.0\.0\.1:\d+/.exec(this.stderr)![0];
  }

  /** Resolves when it has said something, from a place in its output on. */
  async until(words: string, stream: 'stdout' | 'stderr' = 'stderr', from = 0): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!this[stream].includes(words, from)) {
      if (this.code !== undefined || Date.now() > end)
        throw new Error(`apigen did not say \`${words}\`:\n${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Sends a signal, and resolves when the process has ended. */
  async end(signal: NodeJS.Signals): Promise<{ readonly code: number | null }> {
    if (this.code === undefined) {
      this.child.kill(signal);
      await new Promise((resolve) => this.child.once('close', resolve));
    }
    return { code: this.code ?? null };
  }
}
