import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import type { Ended } from '../e2e/package/install-application.js';
import { readExecForm, type Dockerfile, type Instruction } from './read-dockerfile.js';

/** Runs the steps of a Dockerfile as a shell does, each stage in a folder of its own instead of a root file system. */
export class DockerfileRun {
  private readonly folder = mkdtempSync(join(tmpdir(), 'dockerfile-'));
  private workFolder = '/';

  /** @param ignored is a path of the context left out? */
  constructor(
    private readonly dockerfile: Dockerfile,
    private readonly context: string,
    private readonly ignored: (path: string) => boolean,
  ) {
    // Others than the owner run the command.
    chmodSync(this.folder, 0o755);
  }

  build(): void {
    for (const { name, instructions } of this.dockerfile.stages) {
      this.workFolder = '/';
      for (const instruction of instructions) this.step(name!, instruction);
    }
  }

  /** Where a path of the last stage is. */
  path(path: string): string {
    return join(this.folder, this.dockerfile.stages.at(-1)!.name!, path);
  }

  /** Runs the command with the given arguments, or with those of CMD. */
  run(args?: readonly string[], user?: number): Ended {
    const { instructions } = this.dockerfile.stages.at(-1)!;
    const form = (name: string): readonly string[] =>
      readExecForm(instructions.find((one) => one.name === name)?.text ?? '[]') ?? [];
    const [command, ...rest] = [...form('ENTRYPOINT'), ...(args ?? form('CMD'))];
    const { status, stdout, stderr } = spawnSync(command!, rest, {
      cwd: this.path(this.workFolder),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE_DISABLE_COMPILE_CACHE: '1' },
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    return { code: status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private step(stage: string, { name, text }: Instruction): void {
    const root = join(this.folder, stage);
    const here = join(root, this.workFolder);
    if (name === 'WORKDIR') {
      this.workFolder = text;
      mkdirSync(join(root, text), { recursive: true });
    } else if (name === 'RUN') {
      const env = { ...process.env, npm_config_prefer_offline: 'true', npm_config_local_prefix: here };
      execFileSync('sh', ['-c', text], { cwd: here, env, stdio: ['ignore', 'ignore', 'pipe'] });
    } else if (name === 'COPY') {
      this.copy(here, text.split(' '));
    }
  }

  private copy(here: string, words: readonly string[]): void {
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
    const paths = words.filter((word) => !word.startsWith('--'));
    const target = join(here, paths.at(-1)!);
    for (const path of paths.slice(0, -1)) {
      if (from) {
        const isFolder = paths.at(-1)!.endsWith('/');
        // Links instead of copies: nothing changes these files any more.
        execFileSync('cp', [
          '-al',
          join(this.folder, from, path),
          isFolder ? join(target, basename(path)) : target,
        ]);
      } else {
        this.copyContext(path, target);
      }
    }
  }

  private copyContext(path: string, target: string): void {
    if (path !== '.') {
      cpSync(join(this.context, path), join(target, basename(path)));
      return;
    }
    for (const entry of readdirSync(this.context)) {
      if (this.ignored(entry) || !existsSync(join(this.context, entry))) continue;
      cpSync(join(this.context, entry), join(target, entry), {
        recursive: true,
        filter: (source) => !this.ignored(relative(this.context, source)),
      });
    }
  }
}
