import { describe, expect, it } from '@jest/globals';
import { fillWords, readTarget } from '../../lib/grammar/read-target.js';
import { parseDeployValue } from '../../lib/values/deploy-value.js';

describe('readTarget', () => {
  it.each<[string, ReturnType<typeof readTarget>]>([
    ['arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn/invocations', 'function'],
    [
      'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
      'function',
    ],
    ['arn:${p}:apigateway:${region}:sqs:path/1/jobs', 'service'],
    ['arn:aws:apigateway:eu-west-1:${service}:action/Do', undefined],
    ['${invoke_arn}', undefined],
    ['https://example.com', undefined],
  ])('reads %s as %p', (uri, expected) => {
    expect(readTarget(uri)).toBe(expected);
    expect(readTarget(parseDeployValue(uri))).toBe(expected);
  });

  it('reads nothing in what is no text', () => {
    expect([undefined, 1, {}, null].map(readTarget)).toEqual(Array(4).fill(undefined));
    expect(fillWords(7)).toBe('');
  });
});
