import type { TerraformState } from './terraform-state.js';

/** The policy of the sample's services, written by hand with what Terraform made. */
export function listServiceRights(state: TerraformState, region: string): unknown {
  const { values } = state.list('aws_iam_role').find((role) => role.name === 'gateway')!;
  const account = String(values['arn']).split(':')[4];
  const bucket = `arn:aws:s3:::${state.text('aws_s3_bucket', 'bucket')}`;
  return {
    Version: '2012-10-17',
    Statement: [
      allow('sns', ['Publish'], state.text('aws_sns_topic', 'arn')),
      allow('ssm', ['GetParameter'], state.text('aws_ssm_parameter', 'arn')),
      allow('states', ['StartExecution'], state.text('aws_sfn_state_machine', 'arn')),
      allow(
        'states',
        ['DescribeExecution'],
        `arn:aws:states:${region}:${account}:execution:sample-api-returns:*`,
      ),
      allow('sqs', ['SendMessage'], state.text('aws_sqs_queue', 'arn')),
      allow(
        'dynamodb',
        ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
        state.text('aws_dynamodb_table', 'arn'),
      ),
      allow('events', ['PutEvents'], state.text('aws_cloudwatch_event_bus', 'arn')),
      allow('kinesis', ['PutRecord'], state.text('aws_kinesis_stream', 'arn')),
      allow('s3', ['ListBucket'], bucket),
      allow('s3', ['GetObject', 'PutObject'], `${bucket}/*`),
    ],
  };
}

function allow(service: string, actions: readonly string[], resource: string): unknown {
  return {
    Effect: 'Allow',
    Action: actions.map((action) => `${service}:${action}`),
    Resource: resource,
  };
}
