import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty } from '@nestjs/swagger';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  AwsEventBridge,
  AwsIntegration,
  AwsLambda,
  AwsSns,
  AwsSqs,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
  fromAuthorizer,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  text,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };

class LineDto {
  @ApiProperty() article!: string;
}

class OrderDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: LineDto }) first!: LineDto;
  @ApiProperty({ type: [LineDto] }) lines!: LineDto[];
  @ApiProperty({ type: [String], uniqueItems: true }) tags!: string[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) labels!: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: true }) anything!: Record<string, unknown>;
}

const queue = { queueUrl: '${jobs_queue_url}' };

@Controller('orders/:shop')
class SilentController {
  @Post(':id')
  @AwsSqs({
    ...queue,
    message: {
      paths: [fromPath('shop'), text`a${fromPath('id')}`],
      members: [
        '$',
        '$.id',
        '$.first.article',
        '$.lines[0].article',
        '$.tags[0]',
        '$.labels.x',
        '$.anything.at.all',
      ].map(fromBody),
      others: [fromQuery('q'), fromHeader('X-Tenant'), fromContext('requestId')],
    },
  })
  place(@Body() _order: OrderDto): void {}

  @Post()
  @AwsSns({ topicArn: '${topic_arn}', message: fromBody() })
  @ApiConsumes('text/plain')
  @ApiBody({ schema: { type: 'string' } })
  tell(): void {}
}

@Controller('orders')
class HandlerController {
  @Post(':id')
  @AwsSqs({
    ...queue,
    message: { order: fromPath('order'), line: fromBody('$.first.name'), ids: fromBody('$.id.x') },
  })
  place(@Body() _order: OrderDto): void {}

  @Get(':id')
  @AwsDynamoDb({
    action: 'PutItem',
    table: '${table}',
    key: { pk: text`ORDER#${fromBody('$.id')}` },
    item: fromBody(),
  })
  get(): void {}
}

@Controller('orders')
@AwsSqs({ ...queue, message: fromPath('id') })
class ClassController {
  @Get()
  list(): void {}

  @Get(':id')
  get(): void {}
}

const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });
const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_arn}' });
const mapped = (value: string): never =>
  ({
    type: 'http',
    httpMethod: 'GET',
    uri: '${url}',
    requestParameters: { 'integration.request.header.X-Value': value },
    responses: { default: { statusCode: 200 } },
  }) as never;

@Controller('known')
@AwsAuthorizer(bearer)
class KnownController {
  @Get('lambda')
  @AwsSns({ topicArn: '${topic_arn}', message: [fromAuthorizer('principalId'), fromAuthorizer('tenant')] })
  ofFunction(): void {}

  @Get('cognito')
  @AwsAuthorizer(pool)
  @AwsSns({ topicArn: '${topic_arn}', message: text`${fromAuthorizer('claims.custom:tenant')}` })
  ofPool(): void {}

  @Get('mapped')
  @AwsIntegration(mapped('context.authorizer.principalId'))
  mapped(): void {}

  @Get('deployed')
  @AwsIntegration(mapped('context.${variable}'))
  deployed(): void {}

  @Get('certificate')
  @AwsIntegration(mapped('context.identity.clientCert.validity.notAfter'))
  certificate(): void {}

  @Post('event')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed' })
  event(@Body() _order: OrderDto): void {}
}

@Controller('context')
class ContextController {
  @Get('names')
  @AwsSns({
    topicArn: '${topic_arn}',
    message: [
      fromContext('requestid'),
      fromContext('sourceIp'),
      fromContext('tenant'),
      fromContext('requestid'),
    ],
  })
  names(): void {}

  @Get('open')
  @AwsSns({ topicArn: '${topic_arn}', message: fromAuthorizer('principalId') })
  open(): void {}

  @Get('pool')
  @AwsAuthorizer(pool)
  @AwsSns({
    topicArn: '${topic_arn}',
    message: [fromAuthorizer('claims'), fromAuthorizer('principalId')],
  })
  pool(): void {}

  @Get('function')
  @AwsAuthorizer(bearer)
  @AwsIntegration(mapped('context.authorizer.claims.sub'))
  ofFunction(): void {}

  @Get('signed')
  @AwsAuthorizer(new IamAuthorizer())
  @AwsIntegration(mapped('context.authorizer.principalId'))
  signed(): void {}

  @Get('error')
  @AwsIntegration(mapped('context.error.message'))
  error(): void {}

  @Get('event')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed' })
  event(): void {}
}

class BaseController {
  @Get()
  @AwsSqs({ ...queue, message: fromPath('tenant') })
  list(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller(':tenant')
class TenantController extends BaseController {}

const noVariable = (name: string, path: string, place: string): string =>
  `request-value-without-source error at ${place}
\`fromPath('${name}')\` names no variable of the path \`${path}\`
Name one of its variables, or add this one to the path.`;

const noMember = (path: string, place: string): string => `request-value-without-source error at ${place}
\`fromBody('${path}')\` names no member of the request DTO
Name a member of the DTO, or declare this one with \`@ApiProperty()\`.`;

const noBody = (path: string, place: string): string => `request-value-without-source error at ${place}
\`fromBody(${path})\` reads a body, and the route takes none
Give the handler a \`@Body()\` parameter with a DTO, or take the value from the path or the query.`;

const contextReport = (place: string, message: string, fix: string): string =>
  `request-value-without-source error at ContextController.${place}\n${message}\n${fix}`;
const noAuthorizer = 'reads what an authorizer says, and';

@Controller('template')
class TemplateController {
  @Get()
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    requestTemplates: {
      'application/json':
        '#set($context.requestOverride.header.X-A = $context.identity.sourceIp.length())## $context.nothing\n{"a":"$context.requestID","b":"${context.stage}"}',
    },
    responses: {
      'No .*': {
        statusCode: 404,
        responseTemplates: { 'application/json': '{"a":"$context.requestID","b":"$context.path"}' },
      },
    },
  })
  read(): void {}
}

testRule('request-value-without-source', [
  {
    name: 'is silent on variables of the path, members of the DTO, and bodies of unknown shape',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports paths, members and a body on GET',
    controllers: [HandlerController],
    options,
    reports: [
      'member-without-dynamodb-type error at HandlerController.get GET /orders/{id}\n' +
        'the request DTO says nothing of the attributes: it is not an object\n' +
        'Declare the body with a DTO: `@Body() item: ItemDto`.',
      noBody("'$.id'", 'HandlerController.get GET /orders/{id}'),
      noBody('', 'HandlerController.get GET /orders/{id}'),
      noMember('$.first.name', 'HandlerController.place POST /orders/{id}'),
      noMember('$.id.x', 'HandlerController.place POST /orders/{id}'),
      noVariable('order', '/orders/{id}', 'HandlerController.place POST /orders/{id}'),
    ],
  },
  {
    name: 'reports the routes of a class that lack the variable',
    controllers: [ClassController],
    options,
    reports: [noVariable('id', '/orders', 'ClassController.list GET /orders')],
  },
  {
    name: 'reports an inherited handler where its variable is missing',
    controllers: [OneController, TenantController],
    options,
    reports: [noVariable('tenant', '/one', 'OneController.list GET /one')],
  },
  {
    name: 'is silent on variables of `$context`, on what authorizers say, and on what deployment names',
    controllers: [KnownController],
    options,
    reports: [],
  },
  {
    name: 'reports variables that there are not, and what the authorizer of the route does not say',
    controllers: [ContextController],
    options,
    reports: [
      contextReport(
        'error GET /context/error',
        "`context.error.message` names no variable of API Gateway's `$context`",
        'Name a variable that API Gateway documents, such as `requestId` or `identity.sourceIp`.',
      ),
      contextReport(
        'event GET /context/event',
        '`detail` is `fromBody()` where it is not given, and the route takes no body',
        'Give it `detail`, or the handler a `@Body()` parameter with a DTO.',
      ),
      contextReport(
        'names GET /context/names',
        "`fromContext('requestid')` names no variable of API Gateway's `$context`",
        'Write `requestId` in the place of `requestid`.',
      ),
      contextReport(
        'names GET /context/names',
        "`fromContext('sourceIp')` names no variable of API Gateway's `$context`",
        'Write `identity.sourceIp` in the place of `sourceIp`.',
      ),
      contextReport(
        'names GET /context/names',
        "`fromContext('tenant')` names no variable of API Gateway's `$context`",
        'Name a variable that API Gateway documents, such as `requestId` or `identity.sourceIp`.',
      ),
      contextReport(
        'ofFunction GET /context/function',
        `\`context.authorizer.claims.sub\` ${noAuthorizer} claims are of a \`CognitoAuthorizer\``,
        'Name `principalId`, or a key of the context that the function answers.',
      ),
      contextReport(
        'open GET /context/open',
        `\`fromAuthorizer('principalId')\` ${noAuthorizer} the route has none`,
        'Add `@AwsAuthorizer(…)`, or take the value from elsewhere.',
      ),
      contextReport(
        'pool GET /context/pool',
        `\`fromAuthorizer('claims')\` ${noAuthorizer} a \`CognitoAuthorizer\` says single claims alone`,
        'Name a claim, such as `claims.sub`.',
      ),
      contextReport(
        'pool GET /context/pool',
        `\`fromAuthorizer('principalId')\` ${noAuthorizer} a \`CognitoAuthorizer\` says single claims alone`,
        'Name a claim, such as `claims.sub`.',
      ),
      contextReport(
        'signed GET /context/signed',
        `\`context.authorizer.principalId\` ${noAuthorizer} an \`IamAuthorizer\` says nothing there`,
        'Read the caller from `identity.caller`, `identity.user` or `identity.userArn`.',
      ),
    ],
  },
  {
    name: 'reports gateway responses, which have the error',
    controllers: [],
    options: {
      gatewayResponses: {
        DEFAULT_4XX: {
          responseParameters: {
            'gatewayresponse.header.X-Error': 'context.error.responseType',
            'gatewayresponse.header.X-Caller': 'context.authorizer.principalId',
            'gatewayresponse.header.X-Stage': 'context.stageName',
          },
        },
      },
    },
    reports: [
      `request-value-without-source error at module
\`context.stageName\` names no variable of API Gateway's \`$context\`
Name a variable that API Gateway documents, such as \`requestId\` or \`identity.sourceIp\`.`,
    ],
  },
  {
    name: 'reports templates, with what may be an override or a method left out',
    controllers: [TemplateController],
    reports: [
      `request-value-without-source error at TemplateController.read GET /template
\`$context.requestID\` names no variable of API Gateway's \`$context\`
Write \`requestId\` in the place of \`requestID\`.`,
    ],
  },
]);
