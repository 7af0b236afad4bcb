import { Controller, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromHeader,
  fromRawBody,
  text,
} from 'nestjs-aws-gateway';

export const FORM = 'application/x-www-form-urlencoded';
const workflow = { action: 'StartExecution', stateMachineArn: '${workflow_arn}' } as const;

/** A signed webhook towards each service. */
@Controller()
export class WebhooksController {
  @Post('sqs')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromRawBody(), attributes: { s: fromHeader('X-Signature') } })
  sqs(): void {}

  @Post('sqs/json')
  @AwsSqs({ queueUrl: '${queue_url}', message: { body: fromRawBody(), all: text`<${fromRawBody()}>` } })
  sqsJson(): void {}

  @Post('sns')
  @AwsSns({ topicArn: '${topic_arn}', message: fromRawBody() })
  sns(): void {}

  @Post('sns/json')
  @AwsSns({ topicArn: '${topic_arn}', message: { body: fromRawBody() } })
  snsJson(): void {}

  @Post('kinesis')
  @AwsKinesis({ stream: 'clicks', partitionKey: 'a', data: fromRawBody() })
  kinesis(): void {}

  @Post('kinesis/json')
  @AwsKinesis({ stream: 'clicks', partitionKey: 'a', data: { body: fromRawBody() } })
  kinesisJson(): void {}

  @Post('workflow')
  @AwsStepFunctions({ ...workflow, input: { body: fromRawBody() } })
  start(): void {}

  @Post('event')
  @AwsEventBridge({ source: 'shop', detailType: 'Hook', detail: { body: fromRawBody() } })
  put(): void {}

  @Post('item')
  @AwsDynamoDb({
    action: 'PutItem',
    table: 'hooks',
    key: { pk: 'a' },
    attributes: { raw: fromRawBody(), bytes: { B: fromRawBody() } },
  })
  store(): void {}

  @Post('typed')
  @ApiConsumes('application/json', FORM, 'text/plain')
  @ApiBody({ schema: {} })
  @AwsSqs({ queueUrl: '${queue_url}', message: { body: fromRawBody() } })
  typed(): void {}

  @Post('any')
  @AwsService({ service: 'ssm', action: 'PutParameter', body: { Value: fromRawBody() } })
  any(): void {}
}

/** Values for its placeholders. */
export const WEBHOOK_VALUES = {
  queue_url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/hooks',
  topic_arn: 'arn:aws:sns:eu-west-1:111122223333:hooks',
  workflow_arn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:hooks',
  role_arn: 'arn:aws:iam::111122223333:role/gateway',
};
