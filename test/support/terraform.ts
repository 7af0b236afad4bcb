import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TerraformRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Folders that hold mirrors of providers by convention. */
const MIRRORS = [
  join(homedir(), '.terraform.d'),
  join(homedir(), '.local/share/terraform'),
  '/usr/share/terraform',
  '/usr/local/share/terraform',
  '/opt',
];
/** `plugins/registry.terraform.io/hashicorp/aws`, and one folder around it. */
const DEPTH = 4;

/** The local mirror of providers that holds the AWS provider: what `terraform init -plugin-dir` wants. */
export function findPluginDir(): string | undefined {
  const given = process.env['TF_PLUGIN_DIR'];
  const provider = (given ? [given] : MIRRORS)
    .map((folder) => findFolder(folder, join('hashicorp', 'aws'), DEPTH))
    .find((found) => found !== undefined);
  return provider && dirname(dirname(dirname(provider)));
}

function findFolder(folder: string, wanted: string, depth: number): string | undefined {
  if (existsSync(join(folder, wanted))) return join(folder, wanted);
  if (depth === 0 || !existsSync(folder)) return undefined;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'node_modules') continue;
    const found = findFolder(join(folder, entry.name), wanted, depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** Runs Terraform in a folder. The settings of this machine and of its user do not reach it. */
export function runTerraform(
  binary: string,
  folder: string,
  args: readonly string[],
  input = '',
): Promise<TerraformRun> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('TF_') && !name.startsWith('AWS_')),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {
      cwd: folder,
      env: { ...env, TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color', CHECKPOINT_DISABLE: '1' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** Runs Terraform, and throws what it says when it fails. */
export async function terraform(
  binary: string,
  folder: string,
  args: readonly string[],
  input?: string,
): Promise<string> {
  const { code, stdout, stderr } = await runTerraform(binary, folder, args, input);
  if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code}:\n${stderr}`);
  return stdout;
}

/** What `templatefile` makes of a file, byte for byte. */
export async function renderTemplate(
  binary: string,
  folder: string,
  file: string,
  values: Readonly<Record<string, string | readonly string[]>> | string,
): Promise<string> {
  const literal =
    typeof values === 'string' ? values : JSON.stringify(values).replaceAll(/([$%])\{/g, '$1$1{');
  // A console prints a long text in its own notation: in base64 there is nothing to change.
  const printed = await terraform(
    binary,
    folder,
    ['console'],
    `base64encode(templatefile(${JSON.stringify(file)}, ${literal}))\n`,
  );
  return Buffer.from(JSON.parse(printed) as string, 'base64').toString();
}
