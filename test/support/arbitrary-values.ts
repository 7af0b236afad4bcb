import * as fc from 'fast-check';
import { placeholderOf, privateValue, privateWord } from './arbitrary-text.js';

/** An object with any of the fields. */
export const maybe = <T>(fields: Record<string, fc.Arbitrary<T>>): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(fields, { requiredKeys: [] });

export const functionArn = fc.oneof(
  placeholderOf('function_arn'),
  privateValue.map((name) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`),
  privateWord.map(
    (name) => `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${name}`,
  ),
);
const invokeArn = fc.oneof(
  placeholderOf('invoke_arn'),
  functionArn.map(
    (arn) => `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
  ),
);
export const roleArn = fc.oneof(
  placeholderOf('role_arn'),
  privateValue.map((name) => `arn:aws:iam::111122223333:role/${name}`),
);
export const target: fc.Arbitrary<Record<string, string>> = fc.oneof(
  functionArn.map((arn) => ({ functionArn: arn })),
  invokeArn.map((arn) => ({ invokeArn: arn })),
);
export const host = privateValue.map((name) => `https://${name}.example.com`);
export const header = privateWord.map((word) => `X-${word}`);
