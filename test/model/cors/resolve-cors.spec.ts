import { describe, expect, it } from '@jest/globals';
import { resolveCors } from '../../../lib/model/cors/resolve-cors.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';

const resolve = (given: unknown) => resolveCors(given, '@AwsCors', {});

describe('resolveCors', () => {
  it.each([false, undefined])('is none for %p', (given) => {
    expect(resolve(given)).toEqual({ faults: [] });
  });

  it('reads every option', () => {
    expect(
      resolve({
        allowOrigins: ['https://a.example.com:8443', '${origin}', 'https://${host}'],
        allowHeaders: ['X-A'],
        exposeHeaders: ['ETag'],
        allowCredentials: true,
        maxAge: 0,
      }),
    ).toEqual({
      faults: [],
      value: {
        allowOrigins: ['https://a.example.com:8443', '${origin}', 'https://${host}'].map(parseDeployValue),
        allowHeaders: ['X-A'],
        exposeHeaders: ['ETag'],
        allowCredentials: true,
        maxAge: 0,
      },
    });
  });

  it('reads each entry of a list once', () => {
    expect(
      resolve({
        allowOrigins: ['https://a.example.com', 'https://A.example.com:443'],
        allowHeaders: ['X-A', 'X-A'],
        exposeHeaders: ['ETag', 'ETag'],
      }).value,
    ).toMatchObject({
      allowOrigins: [parseDeployValue('https://a.example.com')],
      allowHeaders: ['X-A'],
      exposeHeaders: ['ETag'],
    });
  });

  it.each(['*', 'null', 'capacitor://localhost', 'http://localhost:3000'])(
    'takes the origin %s',
    (origin) => {
      expect(resolve({ allowOrigins: [origin] }).faults).toEqual([]);
    },
  );

  it.each([
    'https://a.example.com/',
    'https://a.example.com/x',
    'a.example.com',
    "https://a'b",
    'https://a"b',
    '',
    3,
  ])('refuses the origin %p', (origin) => {
    expect(resolve({ allowOrigins: [origin] }).faults.map(({ code }) => code)).toEqual([
      'invalid-deploy-value',
    ]);
  });

  it.each<[string, unknown]>([
    ['no origins', {}],
    ['a header with a blank', { allowOrigins: ['*'], allowHeaders: ['X A'] }],
    ['a max age over a day', { allowOrigins: ['*'], maxAge: 86_401 }],
    ['a max age in text', { allowOrigins: ['*'], maxAge: '600' }],
    ['credentials in text', { allowOrigins: ['*'], allowCredentials: 'true' }],
    ['true', true],
  ])('refuses %s', (_, given) => {
    expect(resolve(given).faults).toHaveLength(1);
    expect(resolve(given)).not.toHaveProperty('value');
  });
});
