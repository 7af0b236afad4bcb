import { readFileSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from 'nestjs-aws-gateway';

/**
 * `messages.txt` holds the wording of every message, so that specs compare only places and values. An entry is a kind
 * of message: `…` stands where its examples differ.
 */
const FILE = new URL('messages.txt', import.meta.url);

/** `--update` of `scripts/test.mjs`. */
export const UPDATES = process.env['UPDATE_EXPECTED'] === '1';

/** What may differ between two messages of one kind: code in backticks, and numbers. */
const VALUE = /`[^`]*`|\d+(?:\.\d+)?/g;

type Worded = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'fix'>;

const seen = new Set<string>();
const entries = readFileSync(FILE, 'utf8')
  .split('\n\n')
  .map((entry) => entry.trimEnd())
  .filter((entry) => entry !== '');
const patterns = new Map<string, readonly RegExp[]>();

/** Says so if no entry of the file has the wording of the message. */
export function findUnknownWording(diagnostic: Worded): readonly string[] {
  const entry = toEntry(diagnostic);
  seen.add(entry);
  if (UPDATES || patternsOf(diagnostic.code).some((pattern) => pattern.test(entry))) return [];
  return [`not in test/wording/messages.txt, which \`npm test -- --update\` writes: ${entry}`];
}

/** The entries whose wording no message had in this process. */
export function findUnusedEntries(): readonly string[] {
  return entries.filter((entry) => {
    const pattern = toPattern(entry);
    return ![...seen].some((one) => pattern.test(one));
  });
}

/** Writes what was seen in place of the file's entries: for a run of every spec. */
export function rewriteWording(): void {
  write(mergeKinds([...seen]));
}

/** Adds what was seen and has no entry: for a run of some specs. */
export function addWording(): void {
  const known = entries.map(toPattern);
  const missing = [...seen].filter((one) => !known.some((pattern) => pattern.test(one)));
  if (missing.length > 0) write([...entries, ...mergeKinds(missing)]);
}

function write(kinds: readonly string[]): void {
  writeFileSync(FILE, `${kinds.toSorted().join('\n\n')}\n`);
}

function toEntry({ code, severity, message, fix }: Worded): string {
  return [`${code} ${severity}`, ...`${message}\n${fix}`.split('\n').map((line) => `  ${line}`)].join('\n');
}

/** One entry for the messages that differ in values only, with `…` for each value that differs. */
function mergeKinds(messages: readonly string[]): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const one of messages) {
    const kind = one.replace(VALUE, '…');
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()].map((ofKind) => {
    const values = ofKind.map((one) => one.match(VALUE) ?? []);
    let place = -1;
    return ofKind[0]!.replace(VALUE, (value) => {
      place += 1;
      if (values.every((others) => others[place] === value)) return value;
      return value.startsWith('`') ? '`…`' : '…';
    });
  });
}

function patternsOf(code: string): readonly RegExp[] {
  const known = patterns.get(code) ?? entries.filter((one) => one.startsWith(`${code} `)).map(toPattern);
  patterns.set(code, known);
  return known;
}

function toPattern(entry: string): RegExp {
  const parts = entry.split('…').map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^`\\n]*?')}$`);
}
