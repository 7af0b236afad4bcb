import type { TerraformState } from './terraform-state.js';

/** What Terraform fills in, by the names of the placeholders. */
export function listSampleValues(state: TerraformState, appOrigin: string): ReadonlyMap<string, string> {
  const lambda = (name: string, attribute: string): string =>
    state.text('aws_lambda_function', attribute, name);
  return new Map([
    ...[
      'create_user',
      'delete_user',
      'get_user',
      'list_kinds',
      'list_users',
      'record_event',
      'shop_authorizer',
    ].map((name): [string, string] => [`${name}_function_arn`, lambda(name, 'arn')]),
    ['device_authorizer_invoke_arn', lambda('device_authorizer', 'invoke_arn')],
    ['list_events_invoke_arn', lambda('list_events', 'invoke_arn')],
    ['app_origin', appOrigin],
    ['complaints_topic_arn', state.text('aws_sns_topic', 'arn')],
    ['feedback_bus', state.text('aws_cloudwatch_event_bus', 'name')],
    ['files_bucket', state.text('aws_s3_bucket', 'bucket')],
    ['gateway_role_arn', roleArn(state, 'gateway')],
    ['legacy_host', 'shop.example.com'],
    ['notes_table', state.text('aws_dynamodb_table', 'name')],
    ['orders_host', 'orders.internal.example.com'],
    ['questions_parameter', state.text('aws_ssm_parameter', 'name')],
    ['returns_workflow_arn', state.text('aws_sfn_state_machine', 'arn')],
    ['reviews_queue_url', state.text('aws_sqs_queue', 'url')],
    ['user_pool_arn', state.text('aws_cognito_user_pool', 'arn')],
    ['views_stream', state.text('aws_kinesis_stream', 'name')],
    ['vpc_link_id', state.text('aws_api_gateway_vpc_link', 'id')],
  ]);
}

function roleArn(state: TerraformState, name: string): string {
  return String(state.list('aws_iam_role').find((role) => role.name === name)?.values['arn']);
}
