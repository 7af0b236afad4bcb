import { Controller, Get, Post } from '@nestjs/common';
import { AwsIntegration, AwsLambda, AwsSqs } from 'nestjs-aws-gateway';
import { testRule } from '../../../support/test-rule.js';

const JSON_TYPE = 'application/json';
const raw = (template: string): Parameters<typeof AwsIntegration>[0] => ({
  type: 'http',
  httpMethod: 'GET',
  uri: 'https://example.com',
  responses: { default: { statusCode: '200', responseTemplates: { [JSON_TYPE]: template } } },
});
const report = (route: string, side: string, message: string, fix: string): string =>
  `invalid-template error at ${route}
the template of ${side} for \`application/json\` has ${message}
${fix}`;

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

class BaseController {
  @Get()
  @AwsIntegration(raw('{}#{end}'))
  read(): void {}
}

@Controller('inherited')
class InheritedController extends BaseController {}

const CLOSE = 'Close each `#if` and `#foreach` with one `#end`.';
const ANSWER = 'the response `default`';

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
      report('HandlerController.read GET /handler', ANSWER, '`#if` without its `#end`', CLOSE),
      report(
        'HandlerController.read GET /handler',
        ANSWER,
        '`$util.toJson`, which API Gateway does not know and prints nothing for',
        'Use one of `$util.escapeJavaScript`, `$util.urlEncode`, `$util.urlDecode`, `$util.parseJson`, `$util.base64Encode`, `$util.base64Decode`.',
      ),
      report('HandlerController.send POST /handler', 'the request', '`#end` with nothing to end', CLOSE),
      report(
        'HandlerController.send POST /handler',
        'the request',
        '`$input.header`, which API Gateway does not know and prints nothing for',
        'Use one of `$input.body`, `$input.json`, `$input.path`, `$input.params`.',
      ),
      report(
        'HandlerController.send POST /handler',
        'the request',
        '`$util.urlencode`, which API Gateway does not know and prints nothing for',
        'Write `$util.urlEncode`.',
      ),
    ],
  },
  {
    name: 'reports a class',
    controllers: [ClassController],
    reports: [report('ClassController.read GET /class', 'the request', '`#else` without an `#if`', CLOSE)],
  },
  {
    name: 'reports an inherited handler',
    controllers: [InheritedController],
    reports: [report('InheritedController.read GET /inherited', ANSWER, '`#end` with nothing to end', CLOSE)],
  },
]);
