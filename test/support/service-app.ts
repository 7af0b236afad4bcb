import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Module,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsGatewayModule,
  AwsKinesis,
  AwsS3,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromAuthorizer,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  fromStage,
  text,
  vtl,
} from '../../lib/index.js';

/** Text that means something to VTL, JSON, form bodies and Velocity's own escapes, as an author may write it. */
export const AUTHORS_TEXT = `.json[0](x){y} $a \${AWS::Region} #if #end ## 'q' "d" \\`;

class Address {
  @ApiProperty() street!: string;
  @ApiPropertyOptional() zip?: number;
}

/** A member of each kind that DynamoDB can hold. */
class Thing {
  @ApiProperty() name!: string;
  @ApiProperty() age!: number;
  @ApiPropertyOptional() active?: boolean;
  @ApiProperty({ nullable: true, type: String }) nick!: string | null;
  @ApiProperty({ nullable: true, type: Number, required: false }) score?: number | null;
  @ApiProperty({ nullable: true, type: Boolean, required: false }) flag?: boolean | null;
  @ApiProperty({ type: Address }) address!: Address;
  @ApiProperty({ type: Address, nullable: true, required: false }) other?: Address | null;
  @ApiProperty({ type: [Address], required: false }) others?: Address[];
  @ApiProperty({ type: [String], uniqueItems: true, required: false }) tags?: string[];
  @ApiProperty({ type: [Number], uniqueItems: true, required: false }) numbers?: number[];
  @ApiProperty({ type: [Number], required: false }) scores?: number[];
  @ApiProperty({ type: [Boolean], required: false }) flags?: boolean[];
  @ApiPropertyOptional({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  grid?: string[][];
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  labels?: Record<string, string>;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'object', properties: { "it's": { type: 'number' } } },
  })
  deep?: Record<string, { "it's"?: number }>;
  @ApiPropertyOptional() 'odd \'name\' $x #if \\ "q"'?: string;
}

class Page {
  @ApiProperty({ type: [Thing] }) items!: Thing[];
  @ApiPropertyOptional() nextCursor?: string;
}

class Message {
  @ApiProperty() id!: string;
  @ApiPropertyOptional() count?: number;
  @ApiPropertyOptional() on?: boolean;
  @ApiProperty({ type: Thing, required: false }) thing?: Thing;
  @ApiProperty({ type: [Thing], required: false }) things?: Thing[];
}

const table = '${table}';
const key = { pk: text`THING#${fromPath('name')}` };
const everyPlace = text`${fromPath('name')}.p[0]${fromQuery('q')}(x)${fromHeader('X-Tenant')}{y}${fromContext('requestId')}\\${fromAuthorizer('claims.sub')}$${fromStage('stage')}#${fromAuthorizer('claims.custom:x')}\\\\`;

@Controller('dynamodb')
class DynamoDb {
  @Get('one/:name')
  @AwsDynamoDb({ action: 'GetItem', table, key, consistentRead: true })
  @ApiOkResponse({ type: Thing })
  get(@Param('name') _given: string): void {}

  @Get('pair/:name')
  @AwsDynamoDb({
    action: 'GetItem',
    table,
    key: { ...key, sk: { N: fromQuery('n') } },
    projection: ['name', 'a.b', 'odd "name"'],
  })
  @ApiOkResponse({ type: Thing })
  pair(@Param('name') _given: string, @Query('n') _n: string): void {}

  @Put('one/:name')
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key,
    item: fromBody(),
    attributes: {
      sk: AUTHORS_TEXT,
      places: everyPlace,
      at: { N: fromContext('requestTimeEpoch') },
      on: { BOOL: true },
      off: { NULL: true },
      raw: vtl('$context.stage'),
      binary: { B: fromBody('$.name') },
    },
    condition: 'absent',
    expiresIn: 3600,
  })
  put(@Param('name') _given: string, @Query('q') _q: string, @Body() _b: Thing): void {}

  @Post('one')
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key: { pk: text`THING#${fromBody('$.name')}`, sk: fromBody('$.address.street') },
    item: fromBody(),
    condition: {
      expression: 'attribute_not_exists(#a) OR #a = :a OR #a = :b',
      names: { '#a': 'na"me' },
      values: { ':a': fromBody('$.nick'), ':b': { N: '1' } },
    },
    expiresIn: 60,
    expiresAttribute: 'ttl',
  })
  post(@Body() _given: Thing): void {}

  @Patch('one/:name')
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody() })
  @ApiOkResponse({ type: Thing })
  patch(@Param('name') _given: string, @Body() _b: Thing): void {}

  @Patch('stamped/:name')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table,
    key,
    item: fromBody(),
    attributes: { by: fromAuthorizer('principalId'), note: AUTHORS_TEXT },
    condition: 'none',
    expiresIn: 60,
  })
  stamp(@Param('name') _given: string, @Body() _b: Thing): void {}

  @Put('touched/:name')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table,
    key,
    attributes: { at: { N: fromContext('requestTimeEpoch') } },
  })
  touch(@Param('name') _given: string): void {}

  @Delete('one/:name')
  @HttpCode(204)
  @AwsDynamoDb({ action: 'DeleteItem', table, key, condition: 'present' })
  remove(@Param('name') _given: string): void {}

  @Delete('pair/:name')
  @AwsDynamoDb({
    action: 'DeleteItem',
    table,
    key,
    condition: { expression: '#o = :o', names: { '#o': 'owner' }, values: { ':o': fromHeader('X-Tenant') } },
  })
  @ApiOkResponse({ type: Thing })
  removed(@Param('name') _given: string): void {}

  @Get('list')
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: { group: fromQuery('group'), sk: { beginsWith: text`${fromQuery('q')}#` } },
    index: 'by-group',
    limit: fromQuery('limit'),
    cursor: fromQuery('cursor'),
    order: 'descending',
    filter: { expression: 'size(#t) > :t', names: { '#t': 'tags' }, values: { ':t': { N: '0' } } },
  })
  @ApiOkResponse({ type: Page })
  list(
    @Query('group') _g: string,
    @Query('q') _q: string,
    @Query('limit') _l: string,
    @Query('cursor') _c: string,
  ): void {}

  @Get('between/:name')
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: { pk: fromPath('name'), sk: { between: [{ N: fromQuery('from') }, { N: fromQuery('to') }] } },
    limit: 10,
    cursor: fromHeader('X-Cursor'),
    consistentRead: true,
  })
  @ApiOkResponse({ type: [Thing] })
  between(@Param('name') _given: string, @Query('from') _f: string, @Query('to') _t: string): void {}

  @Get('at-least/:name')
  @AwsDynamoDb({ action: 'Query', table, key: { pk: fromPath('name'), sk: { atLeast: AUTHORS_TEXT } } })
  @ApiOkResponse({ type: [Thing] })
  atLeast(@Param('name') _given: string): void {}

  @Get('scan')
  @AwsDynamoDb({ action: 'Scan', table, index: 'by-group', limit: 5, cursor: fromQuery('cursor') })
  @ApiOkResponse({ type: Page })
  scan(@Query('cursor') _given: string): void {}
}

@Controller('s3')
class S3 {
  @Get('files/*path')
  @AwsS3({ action: 'GetObject', bucket: '${bucket}', key: text`up loads/${fromPath('path')}.bin` })
  get(): void {}

  @Put('file/:f')
  @AwsS3({
    action: 'PutObject',
    bucket: '${bucket}',
    key: text`u/${fromPath('f')}`,
    contentTypes: ['image/png'],
  })
  put(@Param('f') _given: string): void {}

  @Delete('file/:f')
  @HttpCode(204)
  @AwsS3({ action: 'DeleteObject', bucket: '${bucket}', key: text`u/${fromPath('f')}` })
  remove(@Param('f') _given: string): void {}

  @Get('list')
  @AwsS3({
    action: 'ListObjects',
    bucket: '${bucket}',
    prefix: fromQuery('prefix'),
    delimiter: '/',
    maxKeys: 10,
    cursor: fromQuery('cursor'),
  })
  list(@Query('prefix') _p: string, @Query('cursor') _c: string): void {}
}

@Controller('sns')
class Sns {
  @Post('body')
  @AwsSns({
    topicArn: '${topic}',
    subject: AUTHORS_TEXT,
    message: fromBody(),
    attributes: { 'a.b': fromHeader('X-Tenant'), fixed: AUTHORS_TEXT },
  })
  @ApiConsumes('application/json', 'text/plain')
  body(@Body() _given: Message): void {}

  @Post('built/:name')
  @AwsSns({
    topicArn: '${topic}',
    message: {
      id: fromBody('$.id'),
      all: fromBody(),
      who: everyPlace,
      n: 1,
      no: null,
      list: [true, AUTHORS_TEXT, {}],
    },
    groupId: fromPath('name'),
    deduplicationId: everyPlace,
  })
  built(@Param('name') _given: string, @Query('q') _q: string, @Body() _b: Message): void {}

  @Post('text')
  @AwsSns({
    topicArn: '${topic}',
    subject: text`Re: ${fromBody('$.id')}`,
    message: text`Hi ${fromBody('$.id')}.`,
  })
  text(@Body() _given: Message): void {}
}

@Controller('sqs')
class Sqs {
  @Post('body')
  @AwsSqs({
    queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs',
    message: fromBody(),
    attributes: { 'a.b': fromHeader('X-Tenant'), fixed: AUTHORS_TEXT },
    delay: fromQuery('delay'),
  })
  @ApiConsumes('application/json', 'text/plain')
  body(@Query('delay') _d: string, @Body() _given: Message): void {}

  @Post('built/:name')
  @AwsSqs({
    queueName: '${queue}',
    message: {
      id: fromBody('$.id'),
      all: fromBody(),
      who: everyPlace,
      n: 1.5,
      no: null,
      list: [true, AUTHORS_TEXT, []],
    },
    delay: 5,
    groupId: fromPath('name'),
    deduplicationId: everyPlace,
  })
  built(@Param('name') _given: string, @Query('q') _q: string, @Body() _b: Message): void {}

  @Post('text/:name')
  @AwsSqs({ queueUrl: '${queue_url}', message: everyPlace })
  text(@Param('name') _given: string, @Query('q') _q: string): void {}

  @Post('member')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromBody('$.thing') })
  member(@Body() _given: Message): void {}
}

const stateMachineArn = '${machine}';

@Controller('step-functions')
class StepFunctions {
  @Post('start/:name')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn, name: fromPath('name') })
  start(@Param('name') _given: string, @Body() _b: Message): void {}

  @Post('sync')
  @AwsStepFunctions({
    action: 'StartSyncExecution',
    stateMachineArn: '${express_machine}',
    input: { all: fromBody(), id: fromBody('$.id'), text: AUTHORS_TEXT, who: text`a${fromBody('$.id')}.b` },
  })
  @ApiOkResponse({ type: Message })
  sync(@Body() _given: Message): void {}

  @Post('empty')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn })
  empty(): void {}

  @Get('run/:name')
  @AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn, name: fromPath('name') })
  describe(@Param('name') _given: string): void {}

  @Delete('run/:name')
  @AwsStepFunctions({
    action: 'StopExecution',
    stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:fixed',
    name: fromPath('name'),
    cause: text`by ${fromHeader('X-Tenant')}.`,
    error: AUTHORS_TEXT,
  })
  stop(@Param('name') _given: string): void {}
}

@Controller('eventbridge')
class EventBridge {
  @Post('body')
  @AwsEventBridge({ eventBus: '${bus}', source: 'shop', detailType: AUTHORS_TEXT })
  body(@Body() _given: Message): void {}

  @Post('built/:name')
  @AwsEventBridge({
    source: everyPlace,
    detailType: text`Placed.${fromPath('name')}`,
    detail: { thing: fromBody('$.thing'), things: fromBody('$.things'), who: everyPlace },
    resources: ['${resource}', text`arn:${fromPath('name')}`],
  })
  built(@Param('name') _given: string, @Query('q') _q: string, @Body() _b: Message): void {}
}

@Controller('kinesis')
class Kinesis {
  @Post('body/:name')
  @AwsKinesis({ stream: '${stream}', partitionKey: fromPath('name'), data: fromBody() })
  @ApiConsumes('application/json', 'text/plain')
  body(@Param('name') _given: string, @Body() _b: Message): void {}

  @Post('built/:name')
  @AwsKinesis({
    stream: '${stream}',
    partitionKey: everyPlace,
    data: {
      id: fromBody('$.id'),
      thing: fromBody('$.thing'),
      who: everyPlace,
      fixed: [AUTHORS_TEXT, 1, null, true],
    },
  })
  built(@Param('name') _given: string, @Query('q') _q: string, @Body() _b: Message): void {}

  @Post('text/:name')
  @AwsKinesis({ stream: '${stream}', partitionKey: AUTHORS_TEXT, data: everyPlace })
  text(@Param('name') _given: string, @Query('q') _q: string): void {}

  @Post('member/:name')
  @AwsKinesis({ stream: '${stream}', partitionKey: fromBody('$.id'), data: fromBody('$.things') })
  member(@Param('name') _given: string, @Body() _b: Message): void {}

  @Post('many')
  @AwsKinesis({
    action: 'PutRecords',
    stream: '${stream}',
    records: fromBody('$.things'),
    partitionKey: 'name',
  })
  many(@Body() _given: Message): void {}
}

@Controller('service')
class Service {
  @Post('action/:name')
  @AwsService({
    service: 'ssm',
    action: 'PutParameter',
    headers: { 'X-Amz-Target': 'AmazonSSM.PutParameter' },
    body: {
      Name: text`/p/${fromPath('name')}.x`,
      Value: everyPlace,
      Tags: [fromBody()],
      Overwrite: true,
      Fixed: AUTHORS_TEXT,
    },
    permissions: [{ actions: ['ssm:PutParameter'], resources: ['${parameter}'] }],
  })
  action(
    @Param('name') _given: string,
    @Query('q') _q: string,
    @Headers('X-Tenant') _t: string,
    @Body() _b: Message,
  ): void {}

  @Get('path/:name')
  @AwsService({
    service: 'lambda',
    path: text`/2015-03-31/functions/${fromPath('name')}/policy`,
    method: 'GET',
    query: { Qualifier: fromQuery('q') },
    permissions: [{ actions: ['lambda:GetPolicy'], resources: ['*'] }],
  })
  path(@Param('name') _given: string, @Query('q') _q: string): void {}
}

/** An application that uses every direct service integration, every action and every option. */
@Module({
  controllers: [DynamoDb, S3, Sns, Sqs, StepFunctions, EventBridge, Kinesis, Service],
  imports: [
    AwsGatewayModule.forRoot({
      credentials: '${role}',
      cors: { allowOrigins: ['https://a.example'] },
      ignore: { 'empty-context-variable': 'the tests say what an authorizer would' },
    }),
  ],
})
export class ServiceApp {}
