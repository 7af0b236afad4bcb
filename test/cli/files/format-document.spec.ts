import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { formatDocument } from '../../../lib/cli/files/format-document.js';

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

describe('formatDocument', () => {
  it('writes JSON with two spaces and a final newline', async () => {
    expect(await formatDocument({ a: [1, 'ü'] }, 'api.json')).toBe('{\n  "a": [\n    1,\n    "ü"\n  ]\n}\n');
    expect(await formatDocument({}, '-')).toBe('{}\n');
    expect(await formatDocument({}, 'yaml')).toBe('{}\n');
  });

  it.each(['api.yaml', 'api.yml', 'API.YML'])('writes YAML to %s', async (target) => {
    expect(await formatDocument({ a: [1, 'x'] }, target)).toBe('a:\n  - 1\n  - x\n');
  });

  it('folds no line, repeats instead of referring, and quotes what a template may fill', async () => {
    const long = 'word '.repeat(60).trim();
    const shared = { description: long };
    expect(
      await formatDocument(
        { a: shared, b: shared, uri: 'arn:${name}', text: 'one\ntwo', cost: '$${x}\n%%{y}' },
        'a.yml',
      ),
    ).toBe(
      [
        'a:',
        `  description: ${long}`,
        'b:',
        `  description: ${long}`,
        'uri: "arn:${name}"',
        'text: |-',
        '  one',
        '  two',
        'cost: "$${x}\\n%%{y}"',
        '',
      ].join('\n'),
    );
  });

  it.each(['1.1', '1.2'] as const)('writes YAML that reads the same as YAML %s', async (version) => {
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        const written = await formatDocument(value, 'a.yaml');
        expect(JSON.stringify(parse(written, { version }))).toBe(JSON.stringify(value));
      }),
      { numRuns: 300 },
    );
  });
});
