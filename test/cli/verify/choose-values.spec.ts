import { describe, expect, it } from '@jest/globals';
import type { PlaceholderUse } from '../../../lib/backends/terraform/variables/list-placeholder-uses.js';
import { chooseValues } from '../../../lib/cli/verify/choose-values.js';
import { kindOf } from '../../../lib/grammar/value-kinds.js';

function useIn(options: readonly string[], isWhole = true): PlaceholderUse {
  return {
    options: new Map(options.map((name) => [name, { name, isWhole }])),
    routes: [],
    origins: undefined,
    isQuoted: false,
    isBare: false,
    isInDocument: true,
  };
}

const NO_VARS = new Map<string, string>();

describe('chooseValues', () => {
  it.each([
    'functionArn',
    'invokeArn',
    'credentials',
    'userPoolArns',
    'topicArn',
    'stateMachineArn',
    'kmsKeyArn',
    'target',
    'issuer',
    'queueUrl',
    'url',
    'vpcLink',
    'connectionId',
    'table',
    'index',
    'bucket',
    'stream',
    'eventBus',
    'queueName',
    'name',
    'allowOrigins',
    'region',
    'partition',
    'accountId',
  ])('has a value for the option %s', (option) => {
    const [pattern] = kindOf(option, true)!;
    const value = chooseValues(new Map([['some_value', useIn([option])]]), NO_VARS, 'eu-west-1').get(
      'some_value',
    );
    expect(value).toMatch(new RegExp(pattern));
  });

  it('takes the values of the command line, and origins for a list', () => {
    const asked = new Map([
      ['table', useIn(['table'])],
      ['origins', { ...useIn([]), origins: 'any' } as const],
    ]);
    const values = chooseValues(asked, new Map([['table', 'mine']]), 'eu-west-1');
    expect(Object.fromEntries(values)).toEqual({
      table: 'mine',
      origins: ['https://app.example.com', 'https://admin.example.com'],
    });
    const given = new Map([['origins', 'https://a.example.com, https://b.example.com']]);
    expect(chooseValues(asked, given, 'eu-west-1').get('origins')).toEqual([
      'https://a.example.com',
      'https://b.example.com',
    ]);
    expect(chooseValues(asked, new Map([['origins', '']]), 'eu-west-1').get('origins')).toEqual([]);
  });

  it('asks for a value that no guess is good for, and refuses one that nothing needs', () => {
    const asked = new Map([['both', useIn(['topicArn', 'accountId'])]]);
    expect(() => chooseValues(asked, NO_VARS, 'eu-west-1')).toThrow(
      "the uses of `${both}` need values of several kinds: set '--var both=...'",
    );
    expect(() => chooseValues(asked, new Map([['bot', 'x']]), 'eu-west-1')).toThrow(
      "error: option '--var bot' is for a placeholder that the application does not have: use both",
    );
  });
});
