import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { formatDocument } from '../../lib/cli/files/format-document.js';

/** Texts that some reader of YAML takes for something else. */
const TRAPS = [
  'yes',
  'no',
  'on',
  'y',
  '0777',
  '0o17',
  '12:30',
  '1_000',
  '2020-01-01',
  '<<',
  '=',
  '~',
  'null',
  '.inf',
];
const PIECES = [
  '\n',
  ' ',
  '\t',
  '\r',
  '#',
  ':',
  '-',
  '"',
  "'",
  '$',
  '{',
  '}',
  '%',
  '0',
  '|',
  '>',
  '\\',
  '\u2028',
  'a',
];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...PIECES) }),
  fc.constantFrom(...TRAPS),
);
const { document } = fc.letrec((tie) => ({
  document: fc.dictionary(text, tie('value')),
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    tie('document'),
  ),
}));

it.each(['1.1', '1.2'] as const)('writes YAML that reads the same as YAML %s', async (version) => {
  await fc.assert(
    fc.asyncProperty(document, async (value) => {
      const written = await formatDocument(value, 'a.yaml');
      expect(JSON.stringify(parse(written, { version }))).toBe(JSON.stringify(value));
    }),
    { numRuns: 300 },
  );
});
