import { describe, expect, it } from '@jest/globals';
import { checkOptions, type OptionsShape } from '../../lib/options/option-shape.js';
import {
  AUTHORIZER_USE,
  COGNITO_AUTHORIZER,
  IAM_AUTHORIZER,
  LAMBDA_AUTHORIZER,
} from '../../lib/options/authorizer-shapes.js';
import { CORS, HTTP, MOCK } from '../../lib/options/option-shapes.js';
import { policyShape } from '../../lib/options/policy-shape.js';

const faultsOf = (shape: OptionsShape, options: object): readonly string[] =>
  checkOptions('@X', options, shape, {}).map(({ message }) => /`(\w+)`/.exec(message)![1]!);

const lambda = { functionArn: '${f}', identitySources: ['header.A'] };
const userPoolArns = ['${pool}'];
const OTHERS = ['${stageVariables.env}', 'a-${stageVariables.env}', '${AWS::Region}', '${a.b}', '${true}'];

describe('text that API Gateway copies as it is', () => {
  it.each(OTHERS)('has no variable but placeholders: %s', (text) => {
    expect(faultsOf(LAMBDA_AUTHORIZER, { ...lambda, name: text })).toEqual(['name']);
    expect(faultsOf(COGNITO_AUTHORIZER, { userPoolArns, name: text })).toEqual(['name']);
    expect(faultsOf(IAM_AUTHORIZER, { name: text })).toEqual(['name']);
    expect(faultsOf(AUTHORIZER_USE, { scopes: ['a', text] })).toEqual(['scopes']);
  });

  it.each(['name', '${name}', 'a-${name}'])('may have placeholders: %s', (text) => {
    expect(faultsOf(LAMBDA_AUTHORIZER, { ...lambda, name: text })).toEqual([]);
    expect(faultsOf(AUTHORIZER_USE, { scopes: [text, `api/${text}`] })).toEqual([]);
  });

  it('has no variable of the stage in origins and answers of mocks', () => {
    const text = 'a${stageVariables.env}';
    expect(faultsOf(CORS, { allowOrigins: [`https://${text}.example`] })).toEqual(['allowOrigins']);
    expect(faultsOf(MOCK, { headers: { 'X-A': text } })).toEqual(['headers']);
    for (const body of [text, { a: [text] }, { [text]: 1 }]) {
      expect(faultsOf(MOCK, { body })).toEqual(['body']);
    }
    expect(faultsOf(MOCK, { body: { a: '${env}' }, headers: { 'X-A': '${env}' } })).toEqual([]);
  });
});

describe('URLs', () => {
  it.each([
    'https://a.example#x',
    'https://-a.example',
    'https://a..example',
    'https://a.example/"x"',
    'https://a.example/<x>',
    'HTTPS://a.example',
    'https://a.example ',
    '${url} ',
    'https://a.example/%zz',
    'https://a.example/${b}/100%',
  ])('are not %s', (given) => {
    expect(faultsOf(HTTP, { baseUrl: given })).toEqual(['baseUrl']);
    expect(faultsOf(HTTP, { url: given })).toEqual(['url']);
  });

  it('have a query only where no path follows', () => {
    expect(faultsOf(HTTP, { baseUrl: 'https://a.example/?a=b' })).toEqual(['baseUrl']);
    expect(faultsOf(HTTP, { url: 'https://a.example/?a=b' })).toEqual([]);
  });
});

describe('values', () => {
  it.each(['undefined', 'NaN'])('that JavaScript writes as %s are not set', (unset) => {
    for (const url of [
      `https://api-${unset}.example.com`,
      `https://a.example.com/${unset}/b`,
      '${base}/' + unset,
    ])
      expect(faultsOf(HTTP, { url })).toEqual(['url']);
    expect(faultsOf(CORS, { allowOrigins: [`https://${unset}.example.com`] })).toEqual(['allowOrigins']);
    expect(faultsOf(HTTP, { url: `https://${unset.toLowerCase()}s.example.com/${unset}1` })).toEqual([]);
  });

  it('have no control characters', () => {
    for (const character of ['\0', '\x1f', '\x7f'])
      expect(faultsOf(HTTP, { url: `https://a.example.com/${character}` })).toEqual(['url']);
  });

  it('of a mock hold nothing that JSON leaves out', () => {
    for (const body of [{ a: undefined }, [{ b: { c: undefined } }], [undefined]])
      expect(faultsOf(MOCK, { body })).toEqual(['body']);
    for (const body of [{ a: null, at: new Date(0) }, [], false, ''])
      expect(faultsOf(MOCK, { body })).toEqual([]);
  });
});

describe('policies', () => {
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
  };
  const accepts = (changes: object, version: unknown = '2012-10-17'): boolean =>
    policyShape.accepts({ Version: version, Statement: [{ ...statement, ...changes }] });

  it.each([
    {},
    { Sid: 'a1' },
    { Action: ['*'] },
    { Resource: ['${arn}', 'arn:aws:execute-api:*'] },
    { Principal: { AWS: ['111122223333', '${partner_role_arn}'], Service: 'events.amazonaws.com' } },
    { Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '2001:db8::/32', '${office}'] } } },
    { Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:PrincipalOrgPaths': ['o-a/*'] } } },
    { Condition: { Bool: { 'aws:SecureTransport': true }, Null: { 'aws:SourceVpce': 'true' } } },
    { Condition: { DateLessThan: { 'aws:CurrentTime': '${until}' } } },
    {
      Condition: {
        StringEquals: { 'aws:PrincipalTag/team': 'a', 'AWS:sourcevpce': 'b', 'aws:BrandNewKey': 'c' },
      },
    },
  ])('take %j', (changes) => {
    expect(accepts(changes)).toBe(true);
  });

  it.each([
    { Action: 'Invoke' },
    { Action: [] },
    { Resource: 'x' },
    { Resource: [] },
    { Sid: 'a b' },
    { Conditions: { Bool: { 'aws:SecureTransport': true } } },
    { Principal: { Account: '111122223333' } },
    { Principal: { AWS: 111122223333 } },
    { Condition: {} },
    { Condition: { StringEqual: { 'aws:SourceVpce': 'vpce-1' } } },
    { Condition: { StringEquals: 'vpce-1' } },
    { Condition: { StringEquals: {} } },
    { Condition: { StringEquals: { SourceVpce: 'vpce-1' } } },
    { Condition: { StringEquals: { 'aws:SourceVpce': { id: 'vpce-1' } } } },
    { Action: 's3:GetObject' },
    { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/33' } } },
    { Condition: { IpAddress: { 'aws:SourcIp': '192.0.2.0/24' } } },
    { Condition: { StringEquals: { 'aws:SourceVcpe': 'vpce-1' } } },
    { Condition: { NotIpAddress: { 'aws:SourceIp': ['office'] } } },
  ])('refuse %j', (changes) => {
    expect(accepts(changes)).toBe(false);
  });

  it('have one of two versions, or none', () => {
    expect(accepts({}, '2012')).toBe(false);
    for (const version of ['2008-10-17', '${version}']) expect(accepts({}, version)).toBe(true);
    expect(policyShape.accepts({ Statement: statement })).toBe(true);
  });
});
