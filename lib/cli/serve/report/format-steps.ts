import type { ExplainedStep } from '../../../testing/gateway/explained-step.js';

/** How much of a text is shown, in characters. */
const SHOWN = 2_000;

/** JSON of this length at most stands on one line, in characters. */
const LINE = 100;

/** The steps of a request below its line: what each did, and the data that it did it with. */
export function formatSteps(steps: readonly ExplainedStep[]): string {
  return steps.map(formatStep).join('');
}

function formatStep({ step, outcome, data = {} }: ExplainedStep): string {
  const members = Object.entries(data).filter(([, value]) => !isEmpty(value));
  return [
    `  ${step}: ${outcome}\n`,
    ...members.map(([name, value]) => `    ${name}: ${indent(formatValue(value))}\n`),
  ].join('');
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function formatValue(value: unknown): string {
  const short = typeof value === 'string' ? value : JSON.stringify(value);
  const text = typeof value === 'string' || short.length <= LINE ? short : JSON.stringify(value, null, 2);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}

/** Further lines stand below the first. A text of several lines starts on a line of its own. */
function indent(text: string): string {
  const lines = text.trimEnd().split('\n');
  return lines.length === 1 ? lines[0]! : `\n${lines.map((line) => `      ${line}`).join('\n')}`;
}
