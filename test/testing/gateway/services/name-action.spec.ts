import { describe, expect, it } from '@jest/globals';
import { nameAction } from '../../../../lib/testing/gateway/services/name-action.js';
import type { ServiceRequest } from '../../../../lib/testing/index.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

function named(given: Partial<ServiceRequest>, body = '{}'): Record<string, unknown> {
  const request = { method: 'POST', uri: '', path: '/', query: {}, headers: JSON_TYPE, body, ...given };
  const result = nameAction(request, Buffer.from(body));
  return { ...result, body: Buffer.from(result.body).toString() };
}

describe('the action that a URI names', () => {
  // Recorded: DynamoDB, Kinesis and Step Functions take such requests without either header.
  it.each([
    ['dynamodb', 'GetItem', 'DynamoDB_20120810.GetItem', '1.0'],
    ['states', 'StartExecution', 'AWSStepFunctions.StartExecution', '1.0'],
    ['kinesis', 'PutRecord', 'Kinesis_20131202.PutRecord', '1.1'],
    ['events', 'PutEvents', 'AWSEvents.PutEvents', '1.1'],
  ])('is a header of %s', (service, action, target, version) => {
    expect(named({ service, action })).toEqual({
      headers: { 'X-Amz-Target': target, 'Content-Type': `application/x-amz-json-${version}` },
      query: {},
      body: '{}',
    });
  });

  it('stays as the mappings have it', () => {
    const headers = { 'x-amz-target': 'DynamoDB_20120810.Query', 'Content-Type': 'text/plain' };
    expect(named({ service: 'dynamodb', action: 'GetItem', headers })).toMatchObject({ headers });
    const type = { 'content-type': 'application/x-amz-json-1.0' };
    expect(named({ service: 'dynamodb', action: 'GetItem', headers: type })).toMatchObject({ headers: type });
  });

  it('is a parameter of a form', () => {
    const sns = { service: 'sns', action: 'Publish', headers: FORM };
    expect(named(sns, 'Message=m')).toMatchObject({
      query: {},
      body: 'Action=Publish&Version=2010-03-31&Message=m',
    });
    expect(named(sns, 'Action=Publish&Message=m')).toMatchObject({
      query: {},
      body: 'Action=Publish&Message=m',
    });
  });

  it('is a parameter of the query, with those of the URI, without a form (ssm, 2024-07-12)', () => {
    const ssm = { service: 'ssm', action: 'GetParameter&WithDecryption=true', query: { Name: 'n' } };
    expect(named(ssm, '')).toMatchObject({
      query: { Action: 'GetParameter', Version: '2014-11-06', WithDecryption: 'true', Name: 'n' },
      body: '',
    });
  });

  it('changes nothing where the URI is a path, or the service unknown', () => {
    expect(named({ service: 's3' })).toEqual({ headers: JSON_TYPE, query: {}, body: '{}' });
    expect(named({ service: 'xray', action: 'A' })).toEqual({ headers: JSON_TYPE, query: {}, body: '{}' });
  });
});
