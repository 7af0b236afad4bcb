import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CLEAN_ENVIRONMENT, type CliProject, type CliRun } from './cli-project.js';

interface Answer {
  readonly id: number;
  readonly run: CliRun;
  /** What the entry file threw. */
  readonly failure?: string;
}

/**
 * One process that runs the built command again and again, for runs that need no process of their own: Nest is evaluated
 * once, and so is each application. A run with variables of the environment, one that opens connections, or one of an
 * application that does something to its process is a `CliProject.run`.
 */
export class CliHost {
  private child: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private runs = 0;

  /** Runs the entry file of a project, after the runs before. */
  run(project: CliProject, args: readonly string[]): Promise<CliRun> {
    const run = this.last.then(() => this.ask(project, args));
    this.last = run.catch(() => undefined);
    return run;
  }

  end(): void {
    this.child?.kill();
  }

  private ask(project: CliProject, args: readonly string[]): Promise<CliRun> {
    const child = (this.child ??= fork(fileURLToPath(new URL('cli-host-process.mjs', import.meta.url)), {
      execArgv: [],
      env: CLEAN_ENVIRONMENT,
    }));
    const id = ++this.runs;
    return new Promise((resolve, reject) => {
      const ended = (): void => {
        this.child = undefined;
        reject(new Error(`the process ended during: apigen ${args.join(' ')}`));
      };
      child.once('exit', ended).once('message', ({ run, failure }: Answer) => {
        child.off('exit', ended);
        if (failure === undefined) resolve(run);
        else reject(new Error(failure));
      });
      child.send({ id, entry: project.entry(), args, cwd: project.path() });
    });
  }
}
