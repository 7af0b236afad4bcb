import { Body, Controller, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsSns, fromBody, fromHeader, text } from 'nestjs-aws-gateway';
import { renderRoutes, type RenderedService } from '../../../../support/render-routes.js';

class NoteDto {
  @ApiProperty() text!: string;
}

const topic = { topicArn: '${topic_arn}' };

@Controller()
class NotesController {
  @Post('body')
  @AwsSns({ ...topic, message: fromBody() })
  @ApiConsumes('application/json', 'text/plain')
  body(@Body() _note: NoteDto): void {}

  @Post('all')
  @AwsSns({
    ...topic,
    message: 'a&b=c',
    subject: text`Re: ${fromBody('$.text')}`,
    attributes: { 'a.b': fromHeader('X-A'), c: 'd é' },
    groupId: 'g',
    deduplicationId: 'd',
  })
  all(@Body() _note: NoteDto): void {}
}

const START = 'Action=Publish&Version=2010-03-31&TopicArn=${topic_arn}&Message=';

describe('renderSnsIntegration', () => {
  let integration: (name: string) => RenderedService;

  beforeAll(async () => {
    const routes = await renderRoutes([NotesController]);
    integration = (name) => routes[name]!['x-amazon-apigateway-integration'];
  });

  it('sends a form, and answers the message’s id', () => {
    const { uri, httpMethod, requestParameters, responses } = integration('post /body');
    expect({ uri, httpMethod, requestParameters }).toEqual({
      uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:sns:action/Publish',
      httpMethod: 'POST',
      requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
    });
    expect(responses['default']!.responseTemplates).toEqual({
      'application/json': `{"messageId":$input.json('$.PublishResponse.PublishResult.MessageId')}`,
    });
    expect(responses['4\\d{2}']!.responseTemplates!['application/json']).toContain('$.Error.Code');
  });

  it('has a template for each type that the route consumes', () => {
    expect(integration('post /body').requestTemplates).toEqual({
      'application/json': `${START}$!{util.urlEncode($input.json('$'))}`,
      'text/plain': `${START}$util.urlEncode($input.body)`,
    });
  });

  it('encodes every part for a form', () => {
    const template = integration('post /all').requestTemplates!['application/json']!;
    const [prologue, form] = template.split('Action=Publish');
    expect(prologue).toContain('equalsIgnoreCase');
    expect(form!.split('&').slice(3)).toEqual([
      'Message=a%26b%3Dc',
      `Subject=Re%3A%20$!{util.urlEncode("$!{input.path('$.text')}")}#set($entry = 0)#if("$!{headerx_45a}" != "")#set($entry = $entry + 1)`,
      'MessageAttributes.entry.${entry}.Name=a.b',
      'MessageAttributes.entry.${entry}.Value.DataType=String',
      'MessageAttributes.entry.${entry}.Value.StringValue=$!{util.urlEncode("$!{headerx_45a}")}#{end}#set($entry = $entry + 1)',
      'MessageAttributes.entry.${entry}.Name=c',
      'MessageAttributes.entry.${entry}.Value.DataType=String',
      'MessageAttributes.entry.${entry}.Value.StringValue=d%20%C3%A9',
      'MessageGroupId=g',
      'MessageDeduplicationId=d',
    ]);
  });
});
