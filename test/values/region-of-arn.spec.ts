import { describe, expect, it } from '@jest/globals';
import { formatDeployValue, parseDeployValue } from '../../lib/values/deploy-value.js';
import { regionOfArn } from '../../lib/values/region-of-arn.js';

describe('regionOfArn', () => {
  it.each([
    ['arn:aws:sns:us-east-1:111122223333:alerts', 'us-east-1'],
    ['arn:${partition}:sns:${region}:${account}:alerts', '${region}'],
    ['arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:alerts', '${AWS::Region}'],
    ['arn:aws:lambda:eu-${direction}-1:111122223333:function:f:live', 'eu-${direction}-1'],
    ['arn:aws:sns:${stageVariables.region}:111122223333:alerts', undefined],
    ['arn:aws:s3:::files', undefined],
    ['arn:aws:sns', undefined],
    ['${topic_arn}', undefined],
    ['${prefix}:aws:sns:us-east-1:111122223333:alerts', undefined],
    ['alerts', undefined],
    ['', undefined],
  ])('%s: %s', (arn, expected) => {
    const region = regionOfArn(parseDeployValue(arn));
    expect(region && formatDeployValue(region)).toBe(expected);
  });
});
