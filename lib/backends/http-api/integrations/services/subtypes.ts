/** A service that an HTTP API calls itself, with the parameters that it takes. */
export interface Subtype {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/**
 * The first-class integrations, by service and action.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
export const SUBTYPES: Readonly<Record<string, Subtype>> = {
  'events PutEvents': {
    name: 'EventBridge-PutEvents',
    required: ['Detail', 'DetailType', 'Source'],
    optional: ['Time', 'EventBusName', 'Resources', 'Region', 'TraceHeader'],
  },
  'sqs SendMessage': {
    name: 'SQS-SendMessage',
    required: ['QueueUrl', 'MessageBody'],
    optional: [
      'DelaySeconds',
      'MessageAttributes',
      'MessageDeduplicationId',
      'MessageGroupId',
      'MessageSystemAttributes',
      'Region',
    ],
  },
  'sqs ReceiveMessage': {
    name: 'SQS-ReceiveMessage',
    required: ['QueueUrl'],
    optional: [
      'AttributeNames',
      'MaxNumberOfMessages',
      'MessageAttributeNames',
      'ReceiveRequestAttemptId',
      'VisibilityTimeout',
      'WaitTimeSeconds',
      'Region',
    ],
  },
  'sqs DeleteMessage': {
    name: 'SQS-DeleteMessage',
    required: ['QueueUrl', 'ReceiptHandle'],
    optional: ['Region'],
  },
  'sqs PurgeQueue': { name: 'SQS-PurgeQueue', required: ['QueueUrl'], optional: ['Region'] },
  'appconfig GetConfiguration': {
    name: 'AppConfig-GetConfiguration',
    required: ['Application', 'Environment', 'Configuration', 'ClientId'],
    optional: ['ClientConfigurationVersion', 'Region'],
  },
  'kinesis PutRecord': {
    name: 'Kinesis-PutRecord',
    required: ['StreamName', 'Data', 'PartitionKey'],
    optional: ['SequenceNumberForOrdering', 'ExplicitHashKey', 'Region'],
  },
  'states StartExecution': {
    name: 'StepFunctions-StartExecution',
    required: ['StateMachineArn'],
    optional: ['Name', 'Input', 'Region'],
  },
  'states StartSyncExecution': {
    name: 'StepFunctions-StartSyncExecution',
    required: ['StateMachineArn'],
    optional: ['Name', 'Input', 'Region', 'TraceHeader'],
  },
  'states StopExecution': {
    name: 'StepFunctions-StopExecution',
    required: ['ExecutionArn'],
    optional: ['Cause', 'Error', 'Region'],
  },
};
