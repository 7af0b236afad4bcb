import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsSqs, fromBody, fromQuery } from 'nestjs-aws-gateway';
import { renderRoutes, type RenderedService } from '../../../../support/render-routes.js';

class JobDto {
  @ApiProperty() task!: string;
}

@Controller()
class JobsController {
  @Post('url')
  @AwsSqs({ queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', message: 'a "b"' })
  url(): void {}

  @Post('placeholder')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromBody('$.task'), delay: fromQuery('delay') })
  placeholder(@Body() _job: JobDto): void {}

  @Post('name')
  @AwsSqs({
    queueName: '${queue_name}.fifo',
    accountId: '111122223333',
    message: fromBody(),
    attributes: { kind: 'job' },
    groupId: 'g',
    deduplicationId: 'd',
  })
  name(@Body() _job: JobDto): void {}
}

const SQS = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:sqs:path/';

describe('renderSqsIntegration', () => {
  let integration: (name: string) => RenderedService;
  const template = (name: string): string => integration(name).requestTemplates!['application/json']!;

  beforeAll(async () => {
    const routes = await renderRoutes([JobsController]);
    integration = (name) => routes[name]!['x-amazon-apigateway-integration'];
  });

  it('speaks JSON to the queue of its URL', () => {
    expect(integration('post /url')).toMatchObject({
      uri: 'arn:${AWS::Partition}:apigateway:eu-west-1:sqs:path/111122223333/jobs',
      httpMethod: 'POST',
      requestParameters: {
        'integration.request.header.Content-Type': "'application/x-amz-json-1.0'",
        'integration.request.header.X-Amz-Target': "'AmazonSQS.SendMessage'",
      },
      responses: {
        default: { responseTemplates: { 'application/json': `{"messageId":$input.json('$.MessageId')}` } },
      },
    });
    expect(JSON.parse(template('post /url'))).toEqual({
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs',
      MessageBody: 'a "b"',
    });
  });

  it('takes a URL from the deployment, and a delay from the caller when it is one', () => {
    expect(template('post /placeholder')).toBe(
      `{"QueueUrl":"\${queue_url}","MessageBody":"$!{util.escapeJavaScript("$!{input.path('$.task')}").replaceAll("\\\\'","'")}"` +
        `#set($delay = "$!{input.params().querystring.get('delay')}")#if($delay.matches('[0-9]{1,3}')),"DelaySeconds":$delay#end}`,
    );
  });

  it('makes the URL of a name and an account', () => {
    expect(integration('post /name').uri).toBe(`${SQS}111122223333/\${queue_name}.fifo`);
    expect(template('post /name')).toContain('.amazonaws.com/111122223333/${queue_name}.fifo"');
    expect(template('post /name')).toMatch(
      /,"MessageAttributes":\{"kind":\{"DataType":"String","StringValue":"job"\}\},"MessageGroupId":"g","MessageDeduplicationId":"d"\}$/,
    );
  });
});
