import { describe, expect, it } from '@jest/globals';
import { checkOptions, type OptionsShape } from '../../lib/options/option-shape.js';
import {
  AUTHORIZER_USE,
  COGNITO_AUTHORIZER,
  IAM_AUTHORIZER,
  LAMBDA_AUTHORIZER,
} from '../../lib/options/authorizer-shapes.js';
import { CORS, MOCK } from '../../lib/options/option-shapes.js';

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
