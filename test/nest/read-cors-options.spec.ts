import { describe, expect, it } from '@jest/globals';
import { readCorsOptions } from '../../lib/nest/read-cors-options.js';

describe('readCorsOptions', () => {
  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['`*`', { origin: '*' }],
    ['an echo without credentials', { origin: true }],
  ])('takes %s for every origin', (_, given) => {
    expect(readCorsOptions(given)).toEqual({ allowOrigins: ['*'], allowCredentials: false });
  });

  it('reads one origin and several', () => {
    expect(readCorsOptions({ origin: 'https://a.example.com' })?.allowOrigins).toEqual([
      'https://a.example.com',
    ]);
    expect(readCorsOptions({ origin: ['https://a.example.com', 'https://b.example.com'] })).toEqual({
      allowOrigins: ['https://a.example.com', 'https://b.example.com'],
      allowCredentials: false,
    });
  });

  it.each([
    ['a function', { origin: (): void => {} }],
    ['a regular expression', { origin: /example/ }],
    ['a list with a regular expression', { origin: ['https://a.example.com', /example/] }],
    ['an echo with credentials', { origin: true, credentials: true }],
    ['a delegate', (): void => {}],
    ['a variable of the environment that is not set', { origin: process.env['NO_SUCH_ORIGIN'] }],
    ['a list with one', { origin: ['https://a.example.com', process.env['NO_SUCH_ORIGIN']] }],
    ['an empty text', { origin: '' }],
    ['`null`', { origin: null }],
  ])('does not know the origins of %s', (_, given) => {
    expect(readCorsOptions(given)).not.toHaveProperty('allowOrigins');
  });

  it('tells `*` in a list, which the application compares letter by letter, from every origin', () => {
    expect(readCorsOptions({ origin: ['*', 'https://a.example.com'] })).toEqual({
      allowOrigins: ['https://a.example.com'],
      listsAll: true,
      allowCredentials: false,
    });
    expect(readCorsOptions({ origin: ['*'] })).toMatchObject({ allowOrigins: [], listsAll: true });
  });

  it('knows that `origin: false` turns CORS off', () => {
    expect(readCorsOptions({ origin: false })).toBeUndefined();
  });

  it('reads lists, and names parted by commas', () => {
    expect(
      readCorsOptions({
        origin: 'https://a.example.com',
        credentials: true,
        allowedHeaders: 'X-One, X-Two',
        exposedHeaders: ['X-Total'],
        methods: 'GET,POST',
        maxAge: 600,
      }),
    ).toEqual({
      allowOrigins: ['https://a.example.com'],
      allowHeaders: ['X-One', 'X-Two'],
      exposeHeaders: ['X-Total'],
      allowMethods: ['GET', 'POST'],
      allowCredentials: true,
      maxAge: 600,
    });
  });
});
