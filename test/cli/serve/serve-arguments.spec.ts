import { describe, expect, it } from '@jest/globals';
import { readServeArguments } from '../../../lib/cli/serve/serve-arguments.js';

describe('the options of serve', () => {
  it('have defaults', () => {
    expect(readServeArguments({}, {})).toEqual({
      preview: true,
      vars: new Map(),
      port: 3000,
      stageVariables: {},
      app: false,
      endpoints: {},
      backends: {},
      aws: false,
      apiKeys: [],
      trustUnsigned: false,
      explain: false,
      watch: false,
    });
  });

  it('are read', () => {
    const read = readServeArguments(
      {
        port: '0',
        stage: 'dev',
        stageVar: ['table=users', 'empty='],
        endpoint: ['http://127.0.0.1:5000/', 'dynamodb=http://127.0.0.1:8000'],
        backend: ['https://users.internal/?a=b=http://127.0.0.1:4000'],
      },
      { gateway: 'rest-api', var: ['users_table=users'], watch: true },
    );
    expect(read).toMatchObject({
      gateway: 'rest-api',
      watch: true,
      port: 0,
      stage: 'dev',
      stageVariables: { table: 'users', empty: '' },
      endpoints: { '*': 'http://127.0.0.1:5000', dynamodb: 'http://127.0.0.1:8000' },
      backends: { 'https://users.internal/?a=b': 'http://127.0.0.1:4000' },
    });
  });

  it.each([
    [{ port: '65536' }, {}, "option '--port <number>' argument '65536' is invalid"],
    [{ port: 'x' }, {}, "option '--port <number>' argument 'x' is invalid"],
    [{ stage: 'a/b' }, {}, "option '--stage <name>' argument 'a/b' is invalid"],
    [{ stageVar: ['x'] }, {}, 'write name=value'],
    [{ endpoint: ['ftp://x'] }, {}, "option '--endpoint <url>' argument 'ftp://x' is invalid"],
    [{ endpoint: ['sqs=nowhere'] }, {}, '`nowhere` is not a URL with http:// or https://'],
    [{ backend: ['http://a'] }, {}, 'write from=to'],
    [{}, { outPrivate: 'x.json' }, "option '--out-private' has no effect on 'serve'"],
    [{}, { gateway: 'other' }, "option '--gateway <id>' argument 'other' is invalid"],
  ])('%j %j', (own, raw, message) => {
    expect(() => readServeArguments(own, raw)).toThrow(message);
  });
});
