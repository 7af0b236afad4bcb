import { spawn, type ChildProcess } from 'node:child_process';
import { devNull } from 'node:os';
import { CannotRun } from '../../process/cannot-run.js';
import { FAKE_CREDENTIALS } from '../emulator/connect.js';

export interface TerraformRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What of the environment reaches Terraform: not the account of the user, nor settings of another configuration. */
const KEPT = ['TF_CLI_CONFIG_FILE', 'TF_PLUGIN_CACHE_DIR', 'TF_LOG', 'TF_LOG_PATH'];

/** Runs Terraform in a directory, against an emulator only. */
export class Terraform {
  private child: ChildProcess | undefined;

  constructor(
    private readonly dir: string,
    private readonly endpoint: string,
  ) {}

  /** @throws CannotRun if Terraform is not installed */
  run(args: readonly string[]): Promise<TerraformRun> {
    return new Promise((resolve, reject) => {
      // A group of its own: a signal of the terminal must not end it before its resources are removed.
      const child = spawn('terraform', args, {
        cwd: this.dir,
        env: this.environment(),
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      this.child = child;
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      child.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ENOENT' ? new CannotRun(MISSING) : error);
      });
      child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
    });
  }

  /** Asks what runs to end early. Terraform then writes down what it made so far. */
  interrupt(): void {
    this.child?.kill('SIGINT');
  }

  private environment(): NodeJS.ProcessEnv {
    const others = Object.entries(process.env).filter(
      ([name]) => KEPT.includes(name) || !/^(?:TF_|AWS_)/i.test(name),
    );
    return {
      ...Object.fromEntries(others),
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      CHECKPOINT_DISABLE: '1',
      NO_COLOR: '1',
      TF_CLI_ARGS: '-no-color',
      AWS_ACCESS_KEY_ID: FAKE_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: FAKE_CREDENTIALS.secretAccessKey,
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
      // What has no endpoint of its own must not reach AWS either.
      AWS_ENDPOINT_URL: this.endpoint,
    };
  }
}

const MISSING =
  "'verify' needs Terraform, which is not installed: install it, and put `terraform` on the PATH";
