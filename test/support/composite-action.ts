import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface ActionRun {
  /** Of the step that failed; 0 if none did. */
  readonly code: number;
  readonly steps: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  /** The summary of the job. */
  readonly summary: string;
}

interface ActionSettings {
  /** The directory of the checkout. */
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The context `github`. */
  readonly github: object;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs the steps of a composite action, which are shell, as a GitHub runner does: with its files and its expressions. */
export async function runCompositeAction(
  folder: string,
  { workspace, inputs, github, env }: ActionSettings,
): Promise<ActionRun> {
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Action;
  if (action.runs.using !== 'composite') throw new Error(`the action is not composite: ${action.runs.using}`);
  const temp = mkdtempSync(join(tmpdir(), 'action-'));
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  writeFileSync(files.GITHUB_STEP_SUMMARY, '');
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const context = { inputs: {} as Record<string, string>, github, steps };
  for (const [name, { default: value = '' }] of Object.entries(action.inputs)) {
    context.inputs[name] = inputs[name] ?? fill(value, context);
  }
  const ran: string[] = [];
  let [stdout, stderr, code] = ['', '', 0];
  try {
    for (const step of action.runs.steps) {
      if (step.if !== undefined && !isTrue(step.if, context)) continue;
      writeFileSync(files.GITHUB_OUTPUT, '');
      const own = Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, context)]),
      );
      const result = await runScript(step.run, {
        cwd: resolve(workspace, fill(step['working-directory'] ?? '.', context)),
        env: {
          ...env,
          ...files,
          ...own,
          GITHUB_ACTION_PATH: folder,
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: temp,
        },
      });
      ran.push(step.name);
      stdout += result.stdout;
      stderr += result.stderr;
      if (step.id !== undefined) steps[step.id] = { outputs: readOutputs(files.GITHUB_OUTPUT) };
      code = result.code;
      if (code !== 0) break;
    }
    return { code, steps: ran, stdout, stderr, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

function readOutputs(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** `${{ inputs.base }}` in a text. */
function fill(text: string, context: object): string {
  return String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    valueOf(expression.trim(), context),
  );
}

/** A condition of comparisons that all hold. */
function isTrue(condition: string, context: object): boolean {
  return condition.split('&&').every((one) => {
    const [, left, operator, right] = /^\s*(.*?)\s*([!=]=)\s*(.*?)\s*$/.exec(one) ?? [];
    if (left === undefined) throw new Error(`the runner does not know the condition ${one}`);
    return (valueOf(left, context) === valueOf(right!, context)) === (operator === '==');
  });
}

/** A text in quotes, or a member of a context; what does not exist is empty. */
function valueOf(expression: string, context: object): string {
  const [, text] = /^'(.*)'$/.exec(expression) ?? [];
  if (text !== undefined) return text;
  if (!/^[\w.-]+$/.test(expression)) throw new Error(`the runner does not know the expression ${expression}`);
  const found = expression
    .split('.')
    .reduce<unknown>((owner, name) => (owner as Record<string, unknown> | undefined)?.[name], context);
  return found === undefined ? '' : String(found);
}

/** As `shell: bash` does it. */
function runScript(
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((done, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdin.end();
    child.once('error', reject);
    child.once('close', (code) => done({ code: code ?? -1, stdout, stderr }));
  });
}
