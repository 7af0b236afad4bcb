import * as fc from 'fast-check';

/** What no public document may show a byte of: every private value of a generated application holds it. */
export const PRIVATE = 'zq7private';

/** A word of a private value, for places that take letters and digits only. */
export const privateWord: fc.Arbitrary<string> = fc.nat({ max: 9999 }).map((n) => `${PRIVATE}${n}`);

/** A placeholder for a private value. */
const privatePlaceholder: fc.Arbitrary<string> = privateWord.map((word) => `\${${word}}`);

/** A placeholder for a private value of a kind, which its name tells, so that a plausible value can fill it. */
export function placeholderOf(kind: string): fc.Arbitrary<string> {
  return privateWord.map((word) => `\${${word}_${kind}}`);
}

/** A private word as it stands, or a placeholder for one. */
export const privateValue: fc.Arbitrary<string> = fc.oneof(privateWord, privatePlaceholder);

/** What Terraform's templates, VTL, JSON, YAML or regular expressions read as their own. */
const SHARP = [
  '${',
  '$${',
  '$$${',
  '%{',
  '%%{',
  '}',
  '{',
  '$',
  '%',
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '\\\\',
  '\\n',
  '\\u0024{',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u{1f600}',
  'ü',
  '~',
  '${name}',
  '$${name}',
  '%{ if true }',
  '%{~ endif ~}',
  '${AWS::Region}',
  '${stageVariables.x}',
  '#set($x = 1)',
  '#{',
  '- ',
  ': ',
  ' #',
  '---',
  '!!js',
  '<%= x %>',
  '{{x}}',
  'null',
  'yes',
  '1e3',
  '@deploy',
  '</script>',
];

/** Text that tries to mean something to each language that it passes through. Without lone surrogates. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...SHARP) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** Text as people write it, and now and then a hostile one. */
export const description: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', 'A user.', 'The identifier of the order.'),
  hostileText,
);

/** Patterns of which some are no regular expressions of JavaScript, and one is the text of a literal with flags. */
export const pattern: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '^[a-z]+$',
    '^\\$\\{[A-Z_]+\\}$',
    '^%\\{.*\\}$',
    '\\d{2,}',
    '/^x+$/i',
    '/^x+$/',
    '^(?:a|b)*\\/$',
    '(?<year>\\d{4})',
    '[',
    '(?i)x',
    '^"\\\\$',
  ),
  hostileText,
);

/** A private text, which may hold a placeholder and anything else. */
export const privateText: fc.Arbitrary<string> = fc
  .tuple(privateValue, hostileText)
  .map((pieces) => pieces.join(' '));
