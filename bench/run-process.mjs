import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a program of this folder in a process of its own. Answers what it printed, and its wall time in milliseconds. */
export function runProcess(program, ...args) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const start = performance.now();
  const printed = execFileSync(process.execPath, [file, ...args], { encoding: 'utf8' });
  return { wall: performance.now() - start, ...JSON.parse(printed) };
}
