import { Controller, Get, Post } from '@nestjs/common';
import {
  AwsDynamoDb,
  AwsIntegration,
  AwsKinesis,
  AwsLambda,
  AwsSns,
  AwsSqs,
  text,
  vtl,
} from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const JSON_TYPE = 'application/json';
const raw = (template: string): Parameters<typeof AwsIntegration>[0] => ({
  type: 'http',
  httpMethod: 'GET',
  uri: 'https://example.com',
  responses: { default: { statusCode: '200', responseTemplates: { [JSON_TYPE]: template } } },
});

@Controller('silent')
class SilentController {
  @Get()
  @AwsIntegration(
    raw(
      '#* #if *### #end\n#[[ #foreach ]]#\\#if #iffy #endless\n#foreach($i in $input.path("$.l"))#if($i)1#{else}$util.urlEncode($i)#end#{end}$utility.x $!{input.body}',
    ),
  )
  read(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsIntegration(raw('#if($input.body){"a":$util.toJson($input.body)}'))
  read(): void {}

  @Post()
  @AwsSqs({
    queueUrl: '${queue_url}',
    message: 'x',
    credentials: '${role_arn}',
    requestTemplates: { [JSON_TYPE]: '{"a":"$util.urlencode($input.header)"}#end' },
  })
  send(): void {}
}

const queue = { queueUrl: '${queue_url}', credentials: '${role_arn}' };

@Controller('code')
class CodeController {
  @Post('open')
  @AwsSqs({ ...queue, message: { a: vtl('#if($context.stage)"b"') } })
  open(): void {}

  @Post('unknown')
  @AwsDynamoDb({
    action: 'GetItem',
    table: 'tab',
    key: { pk: text`A#${vtl('$util.toJson($context.stage)')}` },
    credentials: '${role_arn}',
    responses: { default: { statusCode: 200 } },
  })
  unknown(): void {}

  @Post('apostrophe')
  @AwsKinesis({
    stream: 's',
    partitionKey: vtl("$util.escapeJavaScript($input.params('k'))"),
    data: vtl("$util.escapeJavaScript($input.params('d'))"),
    credentials: '${role_arn}',
  })
  apostrophe(): void {}

  @Post('form')
  @AwsSns({
    topicArn: '${topic_arn}',
    message: vtl("$util.urlEncode($util.escapeJavaScript($input.params('d')))"),
    credentials: '${role_arn}',
  })
  form(): void {}
}

@Controller('class')
@AwsLambda({
  functionArn: '${function_arn}',
  mode: 'custom',
  requestTemplates: { [JSON_TYPE]: '#foreach($i in [1])#else#end' },
})
class ClassController {
  @Get()
  read(): void {}
}

@Controller('apostrophe')
class ApostropheController {
  @Get()
  @AwsIntegration(raw(`#set($a = 1){"a":"$util.escapeJavaScript($input.path('$.a'))"}`))
  read(): void {}

  @Post()
  @AwsIntegration(raw(`<a>$util.escapeJavaScript($input.path('$.a'))</a>`))
  xml(): void {}
}

class BaseController {
  @Get()
  @AwsIntegration(raw('{}#{end}'))
  read(): void {}
}

@Controller('inherited')
class InheritedController extends BaseController {}

testRule('invalid-template', [
  {
    name: 'is silent on comments, unparsed text, escapes and words that begin as directives do',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports directives and functions of a handler',
    controllers: [HandlerController],
    reports: [
      [
        'invalid-template error at HandlerController.read GET /handler',
        'default',
        'application/json',
        '#if',
        '#end',
      ],
      [
        'invalid-template error at HandlerController.read GET /handler',
        'default',
        'application/json',
        '$util.toJson',
      ],
      ['invalid-template error at HandlerController.send POST /handler', 'application/json', '#end'],
      ['invalid-template error at HandlerController.send POST /handler', 'application/json', '$input.header'],
      [
        'invalid-template error at HandlerController.send POST /handler',
        'application/json',
        '$util.urlencode',
      ],
    ],
  },
  {
    name: 'reports an apostrophe that breaks JSON',
    controllers: [ApostropheController],
    reports: [['invalid-template error at ApostropheController.read GET /apostrophe', 'replaceAll']],
  },
  {
    name: 'reports code of values',
    controllers: [CodeController],
    reports: [
      ['invalid-template error at CodeController.apostrophe POST /code/apostrophe', "params('k')"],
      ['invalid-template error at CodeController.open POST /code/open', '#if', '#end'],
      ['invalid-template error at CodeController.unknown POST /code/unknown', '$util.toJson'],
    ],
  },
  {
    name: 'reports a class',
    controllers: [ClassController],
    reports: [
      ['invalid-template error at ClassController.read GET /class', 'application/json', '#else', '#if'],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [InheritedController],
    reports: [
      [
        'invalid-template error at InheritedController.read GET /inherited',
        'default',
        'application/json',
        '#end',
      ],
    ],
  },
]);
