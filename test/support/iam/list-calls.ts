import type { ServiceRequest } from '../../../lib/testing/index.js';
import type { Call } from './evaluate-policy.js';

const PLACE = 'eu-west-1:111122223333';

/**
 * What a request that a template rendered asks of IAM: the action and the resources, as the service authorization
 * reference has them. It is read from what is sent, and from nothing else.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function listCalls(request: ServiceRequest): readonly Call[] {
  const read = CALLS[request.service ?? ''];
  if (!read) throw new Error(`The simulator does not know the service ${request.service}.`);
  return read(request);
}

const CALLS: Readonly<Record<string, (request: ServiceRequest) => readonly Call[]>> = {
  dynamodb: ({ action, body }) => {
    const { TableName, IndexName } = JSON.parse(body) as { TableName: string; IndexName?: string };
    const table = TableName.startsWith('arn:') ? TableName : `arn:aws:dynamodb:${PLACE}:table/${TableName}`;
    return [
      {
        action: `dynamodb:${action}`,
        resource: IndexName === undefined ? table : `${table}/index/${IndexName}`,
      },
    ];
  },
  s3: ({ method, path, query }) => {
    const [, bucket, key] = /^\/([^/]+)\/?(.*)$/.exec(path)!;
    if ('list-type' in query) return [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }];
    const action = { GET: 'GetObject', HEAD: 'GetObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method];
    return [{ action: `s3:${action}`, resource: `arn:aws:s3:::${bucket}/${decodeURIComponent(key!)}` }];
  },
  sns: ({ body }) => {
    const form = new URLSearchParams(body);
    return [{ action: `sns:${form.get('Action')}`, resource: form.get('TopicArn')! }];
  },
  sqs: ({ path, body, headers }) => {
    const target = headers['X-Amz-Target'];
    const action = target?.split('.')[1] ?? new URLSearchParams(body).get('Action');
    const url = target === undefined ? path : (JSON.parse(body) as { QueueUrl: string }).QueueUrl;
    const [account, queue] = url.split('/').slice(-2);
    return [{ action: `sqs:${action}`, resource: `arn:aws:sqs:eu-west-1:${account}:${queue}` }];
  },
  states: ({ action, body }) => {
    const { stateMachineArn, executionArn } = JSON.parse(body) as Readonly<Record<string, string>>;
    return [{ action: `states:${action}`, resource: (stateMachineArn ?? executionArn)! }];
  },
  events: ({ action, body }) =>
    (JSON.parse(body) as { Entries: { EventBusName?: string }[] }).Entries.map(
      ({ EventBusName = 'default' }) => ({
        action: `events:${action}`,
        resource: `arn:aws:events:${PLACE}:event-bus/${EventBusName}`,
      }),
    ),
  kinesis: ({ action, body }) => [
    {
      action: `kinesis:${action}`,
      resource: `arn:aws:kinesis:${PLACE}:stream/${(JSON.parse(body) as { StreamName: string }).StreamName}`,
    },
  ],
  ssm: ({ action, body }) => [
    {
      action: `ssm:${action}`,
      resource: `arn:aws:ssm:${PLACE}:parameter${(JSON.parse(body) as { Name: string }).Name}`,
    },
  ],
};
