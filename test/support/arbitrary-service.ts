import * as fc from 'fast-check';
import type { Decoration } from './arbitrary-integration.js';
import { hostileText, placeholderOf, privateText, privateValue, privateWord } from './arbitrary-text.js';
import { maybe, roleArn } from './arbitrary-values.js';

const named = (kind: string, ...names: readonly string[]): fc.Arbitrary<unknown> =>
  fc.constantFrom(...names).map((name) => ({ '@request': kind, name }));

/** A value of the request, as `fromQuery` and its like make it. Some of what they name does not exist. */
const requestValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: named('query', 'q', 'page', 'page.size') },
  { weight: 4, arbitrary: named('header', 'X-Tenant', 'authorization') },
  { weight: 2, arbitrary: named('context', 'requestId', 'identity.sourceIp', 'requestTimeEpoch') },
  { weight: 2, arbitrary: privateWord.map((name) => ({ '@request': 'stage', name })) },
  { weight: 1, arbitrary: named('path', 'id', 'rest', 'nobody') },
  { weight: 1, arbitrary: named('authorizer', 'principalId', 'claims.sub', 'tenant') },
  { weight: 1, arbitrary: named('context', 'requestID', 'error.message') },
  { weight: 1, arbitrary: named('query', 'filter[a]', 'ü') },
  { weight: 1, arbitrary: fc.constantFrom('$', '$.name').map((path) => ({ '@request': 'body', path })) },
);

const text: fc.Arbitrary<unknown> = fc
  .array(fc.oneof(privateText, requestValue), { minLength: 1, maxLength: 3 })
  .map((parts) => ({ '@request': 'text', parts }));
const value = fc.oneof(privateText, requestValue, text);
/** A value of which the service takes only some characters. */
const plainValue = fc.oneof(privateWord, requestValue, text);
const json: fc.Arbitrary<unknown> = fc.oneof(
  value,
  fc.dictionary(hostileText, value, { maxKeys: 2 }),
  fc.array(value, { maxLength: 2 }),
);
const attributes = fc.dictionary(fc.constantFrom('pk', 'sk', 'a b', 'name'), value, {
  minKeys: 1,
  maxKeys: 2,
});

const dynamoDb = fc.oneof(
  maybe<unknown>({ consistentRead: fc.boolean() }).chain((rest) =>
    attributes.map((key) => ({ ...rest, action: 'GetItem', key })),
  ),
  attributes.map((key) => ({ action: 'DeleteItem', key })),
  fc.record({ action: fc.constantFrom('PutItem', 'UpdateItem'), key: attributes, attributes }),
  fc.record({
    action: fc.constant('Query'),
    key: value.map((pk) => ({ pk })),
    limit: fc.constantFrom(1, 50),
  }),
  fc.record({ action: fc.constant('Scan'), limit: requestValue }),
);
const s3 = fc.oneof(
  fc.record({ action: fc.constantFrom('GetObject', 'PutObject', 'DeleteObject'), key: value }),
  fc.record({ action: fc.constant('ListObjects'), prefix: value }),
);
const stepFunctions = fc.oneof(
  fc.record({ action: fc.constantFrom('StartExecution', 'StartSyncExecution'), input: json }),
  fc.record({ action: fc.constantFrom('DescribeExecution', 'StopExecution'), name: plainValue }),
);

const options: Readonly<Record<string, fc.Arbitrary<object>>> = {
  AwsDynamoDb: fc.tuple(dynamoDb, privateValue).map(([given, table]) => ({ ...given, table })),
  AwsS3: fc.tuple(s3, privateValue).map(([given, bucket]) => ({ ...given, bucket })),
  AwsSns: fc.record({
    topicArn: placeholderOf('topic_arn'),
    message: json,
    subject: plainValue,
    attributes: fc.dictionary(fc.constantFrom('kind', 'shop'), value, { maxKeys: 2 }),
  }),
  AwsSqs: fc.record({ queueUrl: placeholderOf('queue_url'), message: json }),
  AwsStepFunctions: fc
    .tuple(stepFunctions, placeholderOf('workflow_arn'))
    .map(([given, stateMachineArn]) => ({ ...given, stateMachineArn })),
  AwsEventBridge: fc.record({ eventBus: privateValue, source: value, detailType: value, detail: json }),
  AwsKinesis: fc.record({ stream: privateValue, partitionKey: value, data: json }),
  AwsService: fc.record({ service: fc.constant('ssm'), action: fc.constant('GetParameter'), body: json }),
};

/** A service integration of every kind. */
export const service: fc.Arbitrary<Decoration> = fc.oneof(
  ...Object.entries(options).map(([decorator, given]) =>
    fc
      .tuple(given, roleArn)
      .map(([chosen, credentials]) => ({ decorator, args: [{ ...chosen, credentials }] })),
  ),
);
