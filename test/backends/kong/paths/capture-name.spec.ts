import { describe, expect, it } from '@jest/globals';
import { captureName } from '../../../../lib/backends/kong/paths/capture-name.js';

const LONG = 'x'.repeat(32);

const namesOf = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...path.matchAll(/\{(.*?)\+?\}/g)].map(([, name]) => [name!, captureName(path, name!)]),
  );

describe('the name of a capture', () => {
  it.each([
    ['a word', '/{id}/{rest+}', { id: 'id', rest: 'rest' }],
    ['other characters', '/{order-id}/{1x}', { 'order-id': 'order_id', '1x': '_1x' }],
    [
      'a word that another name becomes',
      '/{a-b}/{a_b}/{a.b}',
      { 'a-b': 'a_b_2', a_b: 'a_b', 'a.b': 'a_b_3' },
    ],
    ['31 characters', `/{${LONG.slice(1)}}`, { [LONG.slice(1)]: LONG.slice(1) }],
    [
      '32 characters',
      `/{${LONG}}/{${LONG}y}`,
      { [LONG]: LONG.slice(1), [`${LONG}y`]: `${'x'.repeat(29)}_2` },
    ],
  ])('of %s', (_, path, expected) => {
    expect(namesOf(path)).toEqual(expected);
  });
});
