import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface PatternCase {
  readonly pattern: string;
  readonly texts: readonly string[];
}

const PROGRAM = join(process.cwd(), 'test/support/java-regex/MatchCases.java');

/** Whether Java finds each pattern in its texts, or what it has against the pattern. */
export function matchInJava(
  java: string,
  cases: readonly PatternCase[],
): readonly (readonly boolean[] | string)[] {
  const input = cases.map(({ pattern, texts }) => [pattern, ...texts].map(encode).join(' ')).join('\n');
  const output = execFileSync(java, [PROGRAM], { input, maxBuffer: 2 ** 28 }).toString('utf8');
  const lines = output.split('\n').slice(0, cases.length);
  return lines.map((line) => (/^[01]*$/.test(line) ? [...line].map((digit) => digit === '1') : line));
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
