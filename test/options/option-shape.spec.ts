import { describe, expect, it } from '@jest/globals';
import { fromBody, fromPath, fromQuery, text } from 'nestjs-aws-gateway';
import { checkOptions, list, shapes, show, type OptionsShape } from '../../lib/options/option-shape.js';

const shape: OptionsShape = {
  options: {
    name: shapes.text('a name', /^[a-z]+$/),
    count: shapes.whole(1, 3, 'things'),
    arn: shapes.deploy('an ARN', /^arn:x+$/),
    url: shapes.deploy('a URL', /^https:/),
    tags: shapes.listOf(shapes.text('', /^[a-z]+$/), 'a list of words'),
    headers: shapes.record('an object', (value, key) => /^[a-z]+$/.test(key) && typeof value === 'string'),
  },
  required: ['name'],
  exactlyOne: [['arn', 'url']],
};
const at = { controller: 'PetsController' };
const codes = (given: unknown): readonly string[] =>
  checkOptions('@Aws', given, shape, at).map(({ code, message }) => `${code}: ${message}`);

describe('checkOptions', () => {
  it('finds nothing in what fits, absent values included', () => {
    expect(codes({ name: 'a', count: 3, arn: 'arn:x', url: undefined })).toEqual([]);
  });

  it('finds every fault at once, at its place', () => {
    expect(
      checkOptions('@Aws', { name: 'A', count: 4, other: 1, arn: 'x', url: 'https:' }, shape, at),
    ).toEqual([
      {
        code: 'invalid-option',
        at,
        message: 'the option `name` of @Aws is `A`',
        fix: 'Set `name` to a name.',
      },
      {
        code: 'invalid-option',
        at,
        message: 'the option `count` of @Aws is `4`',
        fix: 'Set `count` to a whole number of things from 1 to 3.',
      },
      {
        code: 'unknown-option',
        at,
        message: '@Aws has no option `other`',
        fix: 'Remove it, or use `name`, `count`, `arn`, `url`, `tags` or `headers`.',
      },
      {
        code: 'invalid-deploy-value',
        at,
        message: 'the option `arn` of @Aws is `x`',
        fix: 'Set `arn` to an ARN, or a placeholder with a plain name, such as `${name}`.',
      },
      {
        code: 'conflicting-options',
        at,
        message: '@Aws has both `arn` and `url`',
        fix: 'Remove `arn` or `url`.',
      },
    ]);
  });

  it.each([
    ['tags', ['a', 'B', 'c', 'D'], 'has `["B","D"]`'],
    ['tags', ['A', 'B'], 'is `["A","B"]`'],
    ['headers', { a: '1', 'b c': '2', d: '3' }, 'has `{"b c":"2"}`'],
    ['headers', { 'a b': '1' }, 'is `{"a b":"1"}`'],
    ['headers', fromPath('x'), "is `fromPath('x')`"],
    ['tags', 'a', 'is `a`'],
    ['count', '', 'is empty'],
  ])('shows of %s: %p only what it must not have', (name, value, shown) => {
    expect(codes({ name: 'a', arn: 'arn:x', [name]: value })).toEqual([
      `invalid-option: the option \`${name}\` of @Aws ${shown}`,
    ]);
  });

  it('says of a value with space around it only that', () => {
    const [fault] = checkOptions('@Aws', { name: 'a', arn: 'arn:x ' }, shape, at);
    expect(fault).toMatchObject({
      message: 'the option `arn` of @Aws is `arn:x `',
      fix: 'Remove the space around it.',
    });
  });

  it('finds what is missing', () => {
    expect(codes({})).toEqual([
      'invalid-option: @Aws has no value for `name`',
      'invalid-deploy-value: @Aws has no value for `arn` or `url`',
    ]);
  });

  it.each([undefined, null, 'text', 3, [], () => 0, Symbol('s')])('finds that %p is no object', (given) => {
    expect(codes(given)).toHaveLength(1);
    expect(codes(given)[0]).toMatch(/^invalid-option: @Aws was given `?.+`? instead of an object/);
  });

  it('takes the names of Object’s own members for unknown', () => {
    expect(codes({ name: 'a', arn: 'arn:x', toString: 1, constructor: 1 })).toEqual([
      'unknown-option: @Aws has no option `toString`',
      'unknown-option: @Aws has no option `constructor`',
    ]);
  });
});

describe('shapes.deploy', () => {
  const arn = shapes.deploy('an ARN', /^arn:[\w-]+:lambda:[\w-]+:function$/);

  it.each([
    'arn:aws:lambda:eu-west-1:function',
    '${arn}',
    '${anything}:after',
    'arn:${partition}:lambda:${region}:function',
    'arn:${AWS::Partition}:lambda:${AWS::Region}:function',
    'arn:aws:lambda:${stageVariables.region}:function',
  ])('accepts %s', (value) => {
    expect(arn.accepts(value)).toBe(true);
  });

  it.each([
    '',
    'function',
    'arn:aws:lambda:eu west:function',
    'arn:aws:lambda:${my-region}:function',
    '${my-arn}',
    'arn:aws:lambda:${region',
    ' ${arn}',
    undefined,
    3,
    {},
  ])('refuses %p', (value) => {
    expect(arn.accepts(value)).toBe(false);
  });
});

describe('shapes', () => {
  it('whole takes whole numbers in their range', () => {
    const { accepts } = shapes.whole(0, 10, 'x');
    expect([0, 10, -1, 11, 1.5, NaN, '3', undefined].map(accepts)).toEqual([
      true,
      true,
      ...Array(6).fill(false),
    ]);
  });

  it('listOf takes lists of at least so many', () => {
    const { accepts } = shapes.listOf(shapes.text('', /^a$/), '', 1);
    expect([['a'], ['a', 'a'], [], ['b'], 'a', { 0: 'a' }].map(accepts)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('json takes what JSON can say', () => {
    const circular: unknown[] = [];
    circular.push(circular);
    expect([null, 1, 'a', { a: [] }, circular, () => 0, undefined, 1n].map(shapes.json.accepts)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('show', () => {
  it('shows any value without throwing', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const bare: Record<string, unknown> = Object.assign(Object.create(null) as object, circular);
    expect([undefined, null, 'text', { a: 1 }, [1], 1n, checkOptions].map(show)).toEqual([
      '`undefined`',
      '`null`',
      '`text`',
      '`{"a":1}`',
      '`[1]`',
      '`1`',
      'the function `checkOptions`',
    ]);
    for (const value of [circular, bare, Symbol('s'), { toJSON: () => undefined }])
      expect(show(value)).toMatch(/^`.+`$/);
  });
});

describe('values of the request', () => {
  it('are shown as their author wrote them, wherever they stand', () => {
    const key = text`USER#${fromPath('name')}`;
    expect(show(fromBody('$.a'))).toBe("`fromBody('$.a')`");
    expect(show({ key, list: [fromQuery('q'), 1] })).toBe(
      '`{"key":text`USER#${fromPath(\'name\')}`,"list":[fromQuery(\'q\'),1]}`',
    );
  });

  it('are shown as JSON when they are none', () => {
    expect(show({ '@request': 'cookie', name: 'a' })).toBe('`{"@request":"cookie","name":"a"}`');
    for (const garbage of [
      { '@request': 'text', parts: 1 },
      { '@request': 'path', name: Object.create(null) as unknown },
      { '@request': Object.create(null) as unknown },
    ]) {
      expect(show(garbage)).toMatch(/^`\{"@request":/);
    }
  });
});

const faults = (name: string): readonly string[] =>
  checkOptions(
    '@Aws',
    { [name]: 1 },
    { options: { count: shapes.json }, elsewhere: { total: 'it is of others' } },
    at,
  ).map(({ message, fix }) => `${message}. ${fix}`);

describe('an option with a slip', () => {
  it('is told what was meant, or where it belongs', () => {
    expect(['counts', 'total', 'other'].flatMap(faults)).toEqual([
      '@Aws has no option `counts`. Write `count` instead of `counts`.',
      '@Aws has no option `total`. Remove it: it is of others.',
      '@Aws has no option `other`. Remove it, or use `count`.',
    ]);
  });
});

describe('list', () => {
  it('joins names as a sentence does', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
      '',
      '`a`',
      '`a` or `b`',
      '`a`, `b` or `c`',
    ]);
  });
});
