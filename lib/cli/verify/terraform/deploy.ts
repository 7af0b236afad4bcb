import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CannotRun } from '../../process/cannot-run.js';
import { END_SIGNALS } from '../../process/end-signals.js';
import { describeTerraformError } from './describe-terraform-error.js';
import { Terraform, type TerraformRun } from './terraform.js';

/** What Terraform deployed. */
export interface Applied {
  readonly id: string;
  readonly stage: string;
  /** ARNs of the roles that the module made, by placeholder. */
  readonly roles: Readonly<Record<string, string>>;
  readonly account: string;
  /** The document as Terraform rendered it. */
  readonly body: string;
}

export interface DeploySettings {
  readonly endpoint: string;
  readonly pluginDir?: string;
  /** The files of the configuration, by path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly writeErr: (text: string) => void;
}

export interface Deployment<Result> {
  readonly result: Result;
  /** What a second plan would change. Absent: nothing. */
  readonly secondPlan?: string;
}

/**
 * Deploys a configuration to an emulator, reads what came of it, plans again and removes everything, whatever happens.
 *
 * @throws CannotRun if Terraform fails, or if the user ends the command
 */
export async function deploy<Result>(
  { endpoint, pluginDir, files, writeErr }: DeploySettings,
  read: (applied: Applied) => Promise<Result>,
): Promise<Deployment<Result>> {
  const dir = mkdtempSync(join(tmpdir(), 'apigen-verify-'));
  const terraform = new Terraform(dir, endpoint);
  let stopped: NodeJS.Signals | undefined;
  let isRemoving = false;
  const stop = (signal: NodeJS.Signals): void => {
    // What is left would stay in the emulator.
    if (!isRemoving) terraform.interrupt();
    if (stopped === undefined) writeErr(`apigen: ended by ${signal}: removing what was deployed\n`);
    stopped ??= signal;
  };
  const run = async (...args: string[]): Promise<TerraformRun> => {
    const done = await terraform.run(args);
    if (stopped !== undefined) throw new CannotRun(`ended by ${stopped}`);
    return done;
  };
  const succeed = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(...args);
    if (code !== 0) throw new CannotRun(describeTerraformError(args[0]!, stderr || stdout, endpoint));
    return stdout;
  };
  let isApplied = false;
  for (const signal of END_SIGNALS) process.on(signal, stop);
  try {
    writeFiles(dir, files);
    await succeed('init', ...(pluginDir === undefined ? [] : [`-plugin-dir=${pluginDir}`]));
    isApplied = true;
    await succeed('apply', '-auto-approve');
    const outputs = JSON.parse(await succeed('output', '-json')) as {
      readonly verified: { readonly value: Applied };
    };
    const [result, plan] = await Promise.all([
      read(outputs.verified.value),
      run('plan', '-detailed-exitcode'),
    ]);
    if (plan.code === 1) throw new CannotRun(describeTerraformError('plan', plan.stderr, endpoint));
    return { result, ...(plan.code === 2 ? { secondPlan: plan.stdout } : {}) };
  } finally {
    isRemoving = true;
    if (isApplied) await remove(terraform, writeErr);
    rmSync(dir, { recursive: true, force: true });
    for (const signal of END_SIGNALS) process.off(signal, stop);
    // The process ends by the signal, as if it had not waited.
    if (stopped !== undefined) process.kill(process.pid, stopped);
  }
}

function writeFiles(dir: string, files: DeploySettings['files']): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

async function remove(terraform: Terraform, writeErr: (text: string) => void): Promise<void> {
  const { code, stderr } = await terraform.run(['destroy', '-auto-approve', '-refresh=false']);
  if (code !== 0) {
    writeErr(`apigen: Terraform could not remove everything from the emulator:\n${stderr.trim()}\n`);
  }
}
