import type { FileContent } from '../documents/read-content.js';
import type { KnownFile } from '../documents/known-file.js';
import type { TemplateSource } from '../values/value.js';
import type { Member, Value } from '../values/value.js';
import type { Found } from './report.js';

type Contents = ReadonlyMap<TemplateSource, FileContent>;

/** Compares the placeholders of the files of `apigen` with the values of each `templatefile` that takes one. */
export function checkValues(contents: Contents): readonly Found[] {
  const used = new Set<string>();
  for (const [source, content] of contents) {
    const members = membersOf(source.values);
    for (const [name, { at }] of members) if (isRead(name, content)) used.add(keyOf(at));
  }
  const reported = new Map<string, KnownFile>();
  return [...contents].flatMap(([source, content]) =>
    content.kind === 'known' && source.call === 'templatefile' && !content.isGenerated
      ? checkCall(source, content.known, { used, reported })
      : [],
  );
}

/** Whether a file reads a value. Of one that cannot be read it is not known, so it may. */
function isRead(name: string, content: FileContent): boolean {
  if (content.kind === 'known') return content.isGenerated || content.known.placeholders.has(name);
  if (content.kind === 'missing') return true;
  return new RegExp(`[$%]\\{[^}]*\\b${name.replace(/\W/g, '\\$&')}\\b`).test(content.text);
}

interface Uses {
  /** The places of values that a file reads. */
  readonly used: ReadonlySet<string>;
  /** The file for which a value was reported as unused: another one does not report it again. */
  readonly reported: Map<string, KnownFile>;
}

function checkCall(source: TemplateSource, known: KnownFile, { used, reported }: Uses): readonly Found[] {
  const { values, at, owner: address } = source;
  const members = membersOf(values);
  const missing = [...known.placeholders.keys()].filter((name) => !members.has(name));
  const unused = [...members].filter(([, { isWritten, at: place }]) => {
    const key = keyOf(place);
    return isWritten && !used.has(key) && (reported.get(key) ?? known) === known;
  });
  for (const [, member] of unused) reported.set(keyOf(member.at), known);
  const open = values?.kind === 'object' ? values.open : values ? [values] : [];
  const [renamed] = unused;
  if (missing.length === 1 && unused.length === 1 && renamed && open.length === 0) {
    return [{ address, ...describeRenamed(renamed, missing[0]!, known) }];
  }
  return [
    ...(open.length > 0 && missing.length > 0
      ? [
          {
            code: 'terraform-not-followed' as const,
            severity: 'info' as const,
            at: open[0]!.at,
            address,
            message: `whether ${list(missing)} ${missing.length === 1 ? 'has a value' : 'have values'} is not known: ${
              open[0]!.kind === 'unknown' ? open[0]!.why : 'the values cannot be followed'
            }`,
            fix: `Check by hand that ${missing.length === 1 ? 'it is' : 'they are'} among the values.`,
          },
        ]
      : missing.map((name) => ({ address, ...describeMissing(name, at, known) }))),
    ...unused.map(([name, member]) => ({ address, ...describeUnused(name, member, known) })),
  ];
}

function describeMissing(name: string, at: Found['at'], known: KnownFile): Omit<Found, 'address'> {
  return {
    code: 'terraform-missing-value',
    severity: 'error',
    at,
    message: `${known.words} has the placeholder \`\${${name}}\`${originOf(name, known)}, but \`templatefile\` has no value for it`,
    fix: `Add \`${name} = …\` to the values.`,
  };
}

function describeUnused(name: string, { at }: Member, known: KnownFile): Omit<Found, 'address'> {
  return {
    code: 'terraform-unused-value',
    severity: 'warning',
    at,
    message: `the value \`${name}\` is not used: ${known.words} has no placeholder \`\${${name}}\``,
    fix: 'Remove the value.',
  };
}

function describeRenamed(
  [name, { at }]: readonly [string, Member],
  now: string,
  known: KnownFile,
): Omit<Found, 'address'> {
  return {
    code: 'terraform-missing-value',
    severity: 'error',
    at,
    message: `${known.words} has the placeholder \`\${${now}}\`${originOf(now, known)}, but \`templatefile\` has no value for it, only the unused value \`${name}\``,
    fix: `Rename \`${name}\` to \`${now}\`.`,
  };
}

/** ` of … (file:line:column)` */
function originOf(name: string, { placeholders }: KnownFile): string {
  const { route, at } = placeholders.get(name) ?? {};
  const place = at === undefined ? '' : ` (${at.file}:${at.line}:${at.column})`;
  return `${route === undefined ? ' of `forRoot`' : ` of ${route}`}${place}`;
}

function membersOf(values: Value | undefined): ReadonlyMap<string, Member> {
  return values?.kind === 'object' ? values.members : new Map();
}

function keyOf({ file, line, column }: Found['at']): string {
  return `${file}:${line}:${column}`;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`\${${name}}\``).join(', ');
}
