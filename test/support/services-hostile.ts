import * as fc from 'fast-check';
import { hostileText } from './arbitrary-text.js';

const URL_WORDS = ['&', '=', '%', '%2F', '%00', '+', '?', '/', '//', '..', '../', './', ';', '@'];
const VTL_WORDS = [
  '#end',
  '#if(',
  '#foreach($i in $x)',
  '$!{',
  '$input.body',
  "$util.escapeJavaScript('x')",
  '##',
  '#*',
  '#[[',
  ']]#',
  '\\$x',
  '\\#set',
];
const JSON_WORDS = [
  '"}',
  '"},"TableName":"x"',
  '\\u0022',
  '\\"',
  ',',
  ':',
  ']',
  '\b\f',
  '\u007f',
  '\u009f',
  '</a>',
];

/** Text that tries to mean something to URLs, forms, VTL, JSON, Terraform; long at times. It can be written in UTF-8. */
export const callerText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...URL_WORDS, ...VTL_WORDS, ...JSON_WORDS), hostileText), {
        maxLength: 6,
      })
      .map((pieces) => pieces.join('')),
  },
  { weight: 1, arbitrary: hostileText.map((text) => text.repeat(500)) },
);

/** With lone surrogates, which JSON can hold in escapes and UTF-8 cannot. */
export const bodyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: callerText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(callerText, fc.constantFrom('\ud800', '\udc00', '\udfff\ud83d'), callerText)
      .map((pieces) => pieces.join('')),
  },
);

/** What a header can hold: visible characters, with spaces between them. */
export const headerText: fc.Arbitrary<string> = callerText.map((text) =>
  text.replace(/[^\x20-\x7e\xa1-\xff]/g, '').trim(),
);

/** Not empty, for places that take no empty text. */
export const someText: fc.Arbitrary<string> = callerText.map((text) => `x${text}`);

/** A finite number in DynamoDB's range. */
export const number: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, 1e21, -1.5e-7, 0.1, 1e10, 123456789.125),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 })
    .map((value) => (Math.abs(value) < 1e-100 ? 0 : value)),
);

/** JSON of any form, lists and objects empty or deep. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    bodyText,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(bodyText, tie('value')), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** Bodies whose bytes a signature covers: reading and writing them anew would change each. */
export const RAW_BODIES: readonly string[] = [
  '{ "a" : 1.0,\n "b": "O\'Brien \\u0041" }',
  'payload=%7B%22a%22%3A1%7D&x=+1',
  '"é🙂 ${x} $input.body #set($a = 1) #end ##\\',
];
