/** How a service takes a request whose URI names an action only. */
type Protocol =
  | { readonly kind: 'json'; readonly version: '1.0' | '1.1'; readonly target: string }
  | { readonly kind: 'query'; readonly version: string };

/** By endpoint prefix. */
const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  dynamodb: json('1.0', 'DynamoDB_20120810'),
  'streams.dynamodb': json('1.0', 'DynamoDBStreams_20120810'),
  states: json('1.0', 'AWSStepFunctions'),
  kinesis: json('1.1', 'Kinesis_20131202'),
  firehose: json('1.1', 'Firehose_20150804'),
  events: json('1.1', 'AWSEvents'),
  logs: json('1.1', 'Logs_20140328'),
  secretsmanager: json('1.1', 'secretsmanager'),
  'cognito-idp': json('1.1', 'AWSCognitoIdentityProviderService'),
  kms: json('1.1', 'TrentService'),
  sns: { kind: 'query', version: '2010-03-31' },
  sqs: { kind: 'query', version: '2012-11-05' },
  // Recorded: GET with the parameters in the query, answered in the old protocol.
  ssm: { kind: 'query', version: '2014-11-06' },
  sts: { kind: 'query', version: '2011-06-15' },
  email: { kind: 'query', version: '2010-12-01' },
  monitoring: { kind: 'query', version: '2010-08-01' },
};

function json(version: '1.0' | '1.1', target: string): Protocol {
  return { kind: 'json', version, target };
}

export function findProtocol(service: string): Protocol | undefined {
  return PROTOCOLS[service];
}
