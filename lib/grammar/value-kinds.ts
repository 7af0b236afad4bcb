import { FILLED_PARTITION, FILLED_REGION } from './aws-location.js';

/** A regular expression that a value must match, and what it then is. */
export type Kind = readonly [pattern: string, words: string];

const arn = (service: string, resource: string): string =>
  `^arn:${FILLED_PARTITION}:${service}:[a-z0-9-]*:[0-9]{12}:${resource}$`;
const nameOf = (what: string, most: number): Kind => [
  `^([A-Za-z0-9_./-]{1,${most}}|arn:[A-Za-z0-9_.:/-]+)$`,
  `the name of ${what}, or its ARN`,
];
const HTTP_URL: Kind = ['^https?://([^\\s"\'\\\\$#%]|%[0-9A-Fa-f]{2})+$', 'an https:// or http:// URL'];

/** What a value is that an option holds as a whole, by the name of the option. */
const KINDS: Readonly<Record<string, Kind>> = {
  functionArn: [
    arn('lambda', 'function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9$_-]+)?'),
    'the ARN of a Lambda function',
  ],
  invokeArn: [
    `^arn:${FILLED_PARTITION}:apigateway:[a-z0-9-]+:lambda:path/[0-9-]+/functions/arn:[^\\s"'\\\\]+/(response-streaming-)?invocations$`,
    'the invoke_arn of a Lambda function',
  ],
  credentials: [
    `^arn:${FILLED_PARTITION}:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$`,
    'the ARN of an IAM role',
  ],
  userPoolArns: [arn('cognito-idp', 'userpool/[A-Za-z0-9_-]+'), 'the ARN of a Cognito user pool'],
  topicArn: [arn('sns', '[A-Za-z0-9_.-]+'), 'the ARN of an SNS topic'],
  stateMachineArn: [
    arn('states', 'stateMachine:[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?'),
    'the ARN of a Step Functions state machine',
  ],
  kmsKeyArn: [arn('kms', 'key/[A-Za-z0-9-]+'), 'the ARN of a KMS key'],
  target: [
    arn('(elasticloadbalancing|servicediscovery)', '[^\\s"\'\\\\]+'),
    'the ARN of a load balancer, of its listener or of a Cloud Map service',
  ],
  issuer: ['^https://[^\\s"\'\\\\$#?]+$', 'the https:// URL of an issuer'],
  queueUrl: HTTP_URL,
  url: HTTP_URL,
  vpcLink: ['^[A-Za-z0-9-]+$', 'the id of a VPC link'],
  connectionId: ['^[A-Za-z0-9-]+$', 'the id of a VPC link'],
  table: nameOf('a DynamoDB table', 255),
  index: nameOf('an index', 255),
  bucket: nameOf('an S3 bucket', 255),
  stream: nameOf('a Kinesis stream', 128),
  eventBus: nameOf('an event bus', 256),
  queueName: nameOf('a queue', 80),
  name: ['^[A-Za-z0-9._-]+$', 'a name of letters, digits, `.`, `_` and `-`'],
  allowOrigins: [
    '^(\\*|null|[a-z][a-z0-9+.-]*://[a-z0-9.:_\\[\\]-]+)$',
    'an origin: scheme, host and port in lower case, without a slash at the end',
  ],
  originList: [
    '^(\\*|null|[a-z][a-z0-9+.-]*://[a-z0-9.:_\\[\\]-]+)$',
    'a list of origins: any number, also none',
  ],
  region: [`^${FILLED_REGION}$`, 'an AWS region'],
  partition: [`^${FILLED_PARTITION}$`, 'an AWS partition'],
  accountId: ['^[0-9]{12}$', 'an account id of 12 digits'],
};

/** What a value must be that stands in the middle of one of these options. */
const PART: Kind = ['^[^\\s"\'\\\\$#]+$', 'without blanks, quotes, backslashes, `$` and `#`'];

/** What an option, or a part of it, must be. `undefined`: anything. */
export function kindOf(option: string, isWhole: boolean): Kind | undefined {
  const kind = Object.hasOwn(KINDS, option) ? KINDS[option] : undefined;
  return kind && !isWhole ? PART : kind;
}

/** Of a value that stands between the quotes of a parameter mapping, which knows no escape. */
export const QUOTED: Kind = [
  "^[^'\\r\\n]*$",
  "without `'` and line breaks: it stands in a header or a parameter",
];

/** Of a value in the text of a template. */
export const IN_TEMPLATE: Kind = [
  '^[^$#\\\\]*$',
  'without `$`, `#` and backslashes: it stands in a template',
];

/** Of an ARN that only the policy of the role names. */
export const ANY_ARN: Kind = ['^arn:[^\\s"\'\\\\$]+$', 'an ARN'];
