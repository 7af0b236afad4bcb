import { constant, constantFrom, letrec, oneof, sample, tuple, type Arbitrary } from 'fast-check';

/** A template that prints an expression, and whether it is a true condition. */
export function printing(expression: string): string {
  return (
    '#set($a = 5)#set($s = "x")#set($l = [1, 2])#set($m = {"k": "v", "n": 1})#set($r = "unset")' +
    `#set($r = ${expression})$r #if(${expression})true#{else}false#end`
  );
}

/** Expressions, with what `printing` prints for them. */
export const EXPRESSIONS: readonly (readonly [expression: string, prints: string])[] = [
  ['1 + 2 * 3', '7 false'],
  ['10 - 2 - 3', '5 false'],
  ['8 / 2 / 2', '2 false'],
  ['7 % 4 * 2', '6 false'],
  ['(1 + 2) * (3 - 1)', '6 false'],
  ['1--1', '2 false'],
  ['2*-1', '-2 false'],
  ['$a - 1', '4 false'],
  ['$a-1', 'unset false'],
  ['.5', '0.5 false'],
  ['1.', '1.0 false'],
  ['1e3', '1000.0 false'],
  ['-1.5E-1', '-0.15 false'],
  ['007', '7 false'],
  ['99999999999999999999', '99999999999999999999 false'],
  ['true || false && false', 'true true'],
  ['(true || false) && false', 'false false'],
  ['not true || true', 'true true'],
  ['!!$s', 'true true'],
  ['not not $s', 'true true'],
  ['not($s)', 'false false'],
  ['!1', 'true true'],
  ['($s)', 'x true'],
  ['1 && true', 'false false'],
  ['1or 2', 'false false'],
  ['$a eq 5 and $s ne "y"', 'true true'],
  ['$a le 5 and $a ge 5 and $a lt 6 and $a gt 4', 'true true'],
  ['1 < 2 < 3', 'false false'],
  ['1 == 1 == true', 'true true'],
  ['\n1\n+\n2\n', '3 false'],
  ['"<$a>"', '<5> false'],
  ["'<$a>'", '<$a> false'],
  ['"a" + "b" + 1', 'ab1 false'],
  ['1 + 1 + "a"', '2a false'],
  ['"a""b"', 'a"b false'],
  ["'it''s'", "it's false"],
  ['[1, [2, 3], {"a": 4}]', '[1, [2, 3], {a=4}] false'],
  ['[ 1 , $s ]', '[1, x] false'],
  ['[]', '[] false'],
  ['[1..3]', '[1, 2, 3] false'],
  ['[ $a .. 3 ]', '[5, 4, 3] false'],
  ['[$s..2]', 'unset false'],
  ['{ }', '{} false'],
  ['{1: 2, $s : [], "q":{"w" : 1.5}}', '{1=2, x=[], q={w=1.5}} false'],
  ['$m.k', 'v true'],
  ['$m["k"]', 'v true'],
  ["${m.get( 'k' )}", 'v true'],
  ['$!{m.k} == "v"', 'true true'],
  ['$l[ 0 ] + $l.get(1)', '3 false'],
  ['$l[-1]', '2 true'],
  ['$m.get("k").length()', '1 true'],
  ['$m.k[0]', 'unset false'],
  ['$m[true]', 'unset false'],
  ['$and', 'unset false'],
];

/** Expressions that Velocity has not, with what is said of them. */
export const REFUSED_EXPRESSIONS: readonly (readonly [expression: string, problem: string])[] = [
  ['', 'a value is missing'],
  ['$a -1', 'an operator or the end of the expression is missing, near `-1'],
  ['5-1', 'an operator or the end of the expression is missing, near `-1'],
  ['-$a', 'a value is missing, near `-$a'],
  ['1 = 1', 'an operator or the end of the expression is missing, near `= 1'],
  ['1 & 1', 'an operator or the end of the expression is missing'],
  ['1 &&', 'a value is missing'],
  ['$a EQ 5', 'an operator or the end of the expression is missing, near `EQ 5'],
  ['trueorfalse', 'a value is missing'],
  ['null', 'a value is missing, near `null'],
  ['abc', 'a value is missing, near `abc'],
  ['(1', 'the closing bracket is missing'],
  ['()', 'a value is missing'],
  ['"x".length()', 'an operator or the end of the expression is missing, near `.length()'],
  ['$', 'the name of a variable is missing'],
  ['${a', 'the closing bracket is missing'],
  ['${a + 1}', '`}` is missing, near ` + 1}'],
  ['$m .k', 'an operator or the end of the expression is missing, near `.k'],
  ['$m.get($a + 1)', '`,` or `)` is missing, near `+ 1)'],
  ['$l.size( )', 'a value is missing, near `)'],
  ['$m[1.5]', 'an index is a whole number, a string or a reference'],
  ['$l[1 + 1]', '`]` is missing, near `+ 1]'],
  ['[1 + 1]', '`,` or `]` is missing, near `+ 1]'],
  ['[1,]', 'a value is missing, near `]'],
  ['[1..]', 'a value is missing, near `]'],
  ['[1.0..2]', '`,` or `]` is missing, near `..2]'],
  ['[1..1.5]', 'a range ends with a whole number'],
  ['[ ]', 'a value is missing, near `]'],
  ['{"a": 1 + 1}', '`,` or `}` is missing, near `+ 1}'],
  ['{a: 1}', 'a value is missing, near `a: 1}'],
  ['{"a"}', '`:` is missing, near `}'],
];

const OPERATORS = [
  '- * / % == != < > <= >= && || & ='.split(' '),
  [' and ', ' or ', ' eq ', ' ne ', ' lt ', ' ge ', ' gt ', ' le '],
].flat();

const blank = constantFrom('', '', ' ', '  ');

function joined(...parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string> {
  return tuple(...parts.map((part) => (typeof part === 'string' ? constant(part) : part))).map((texts) =>
    texts.join(''),
  );
}

/**
 * Well-formed ones and, by a blank too many or an expression where only a value may stand, others. None has a `+`: Apache Velocity
 * adds the source text of what is missing to a string.
 */
const { expression } = letrec<Readonly<Record<'operand' | 'step' | 'expression', string>>>((tie) => ({
  operand: oneof(
    { depthSize: 'small', withCrossShrink: true },
    constantFrom(
      '1',
      '0',
      '-3',
      '1.5',
      '.5',
      '2.',
      '1e2',
      '"x"',
      '"k"',
      "'it''s'",
      '"<$a>"',
      'true',
      'false',
    ),
    joined(constantFrom('$a', '$s', '$l', '$m', '${a}', '$!{s}', '$!m'), oneof(constant(''), tie('step'))),
    joined('[', blank, tie('operand'), blank, ',', blank, tie('operand'), blank, ']'),
    joined(
      '[',
      blank,
      constantFrom('1', '$a', '-2', '1.0'),
      blank,
      '..',
      blank,
      constantFrom('3', '$a'),
      ']',
    ),
    joined('{', blank, constantFrom('"q"', '$s', '1'), blank, ':', blank, tie('operand'), blank, '}'),
  ),
  step: oneof(
    constantFrom('.k', '.n', '.size()', '.length()', '.toString()', '.isEmpty()', '.get("k").length()'),
    joined('.get(', blank, oneof(tie('operand'), tie('operand'), tie('expression')), blank, ')'),
    joined('[', blank, constantFrom('"k"', '$s', 'true', '1.5'), blank, ']'),
  ),
  expression: oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('operand'),
    joined(tie('expression'), blank, constantFrom(...OPERATORS), blank, tie('expression')),
    joined('(', blank, tie('expression'), blank, ')'),
    joined(constantFrom('!', '! ', 'not '), tie('expression')),
  ),
}));

/** The same in every run. */
export function drawExpressions(): readonly string[] {
  return sample(expression, { numRuns: 1000, seed: 1 });
}
