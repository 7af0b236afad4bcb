import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { ApiProperty, SwaggerModule } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  AwsEventBridge,
  AwsGatewayModule,
  AwsLambda,
  AwsMock,
  AwsSqs,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { compileControllers, CONFIG, createApp, moduleOf } from '../support/create-app.js';
import { ANSWERED } from '../support/test-rule.js';

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

/** As `querystring.parse` makes them: it has no text form. */
const BARE = Object.create(null) as never;

const throwing = {
  get status(): number {
    throw new Error('no environment');
  },
};

@Controller('hostile')
class HostileController {
  @Post()
  @AwsSqs({ queueUrl: '${queue_url}', message: cyclic as never })
  send(): void {}

  @Get('mock')
  @AwsMock(throwing)
  mock(): void {}

  @Get('query')
  @AwsDynamoDb({
    action: 'Query',
    table: '${table}',
    key: { pk: 'a', sk: { between: Object.assign(Array(2), { 1: 'b' }) as never } },
  })
  query(): void {}
}

function transformDocument(): never {
  throw new Error('mine');
}

describe('options that are no data', () => {
  it('are reported at their decorator', async () => {
    const { diagnostics } = await compileControllers([HostileController], ANSWERED);
    const invalid = diagnostics.filter(({ code }) => code === 'invalid-option');
    expect(invalid.map(({ at, message }) => [at.handler, message])).toEqual([
      [
        'mock',
        '`@AwsMock` was given a value that is not plain data: `status` cannot be read: no environment',
      ],
      [
        'query',
        '`@AwsDynamoDb` was given a value that is not plain data: `key.sk.between[0]` is a hole in the list',
      ],
      ['send', '`@AwsSqs` was given a value that is not plain data: `message.self` refers to itself'],
    ]);
  });

  it.each<[string, MethodDecorator]>([
    ['functionArn', AwsLambda({ functionArn: BARE })],
    ['functionArn', AwsLambda({ functionArn: [BARE] as never })],
    ['mode', AwsLambda({ functionArn: '${function_arn}', mode: BARE, responses: {} })],
    ['action', AwsDynamoDb({ action: BARE, table: '${table}' })],
    [
      'expiresAttribute',
      AwsDynamoDb({ action: 'PutItem', table: 'tab', expiresIn: 1, expiresAttribute: BARE }),
    ],
    ['source', AwsEventBridge({ source: BARE, detailType: 'a' })],
    [
      'identitySources',
      AwsAuthorizer(
        new LambdaAuthorizer({ name: 'a', functionArn: '${function_arn}', identitySources: [BARE] }),
      ),
    ],
  ])('without a prototype are reported too: %s', async (option, decorate) => {
    class BareController {
      read(): void {}
    }
    const descriptor = Object.getOwnPropertyDescriptor(BareController.prototype, 'read')!;
    Reflect.decorate([Post(), decorate], BareController.prototype, 'read', descriptor);
    Controller('bare')(BareController);
    const { diagnostics } = await compileControllers([BareController], {
      ...ANSWERED,
      credentials: '${role}',
    });
    expect(diagnostics.map(({ message }) => message).join()).toContain(`\`${option}\``);
  });

  it.each([
    ['a symbol', Symbol('version')],
    ['a function', () => '2012-10-17'],
  ])('are reported in a policy: %s', async (_, version) => {
    const statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
    };
    const policy = { Version: version, Statement: [statement] } as never;
    const { diagnostics } = await compileControllers([], { policy });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['invalid-option', expect.stringContaining('`policy`')],
    ]);
  });

  it.each([
    ['a hole', { binaryMediaTypes: Array(1) }, '`binaryMediaTypes[0]` is a hole in the list'],
    ['a circle', { policy: cyclic }, '`policy.self` refers to itself'],
    [
      'a getter that throws',
      Object.defineProperty({}, 'region', {
        enumerable: true,
        get: () => {
          throw new Error('no region');
        },
      }),
      '`region` cannot be read: no region',
    ],
    [
      'a circle in a default',
      { integration: { kind: 'mock', body: cyclic } },
      '`integration.body.self` refers to itself',
    ],
  ])('are reported in the options of the module: %s', async (_, options, expected) => {
    @Controller('pets')
    class PetsController {
      @Get()
      list(): void {}
    }
    const given = options as AwsGatewayOptions;
    const { diagnostics } = await compileControllers([PetsController], given);
    expect(diagnostics.map(({ message }) => message)).toContain(
      `\`forRoot\` was given a value that is not plain data: ${expected}`,
    );
    const app = await createApp(moduleOf([PetsController], [AwsGatewayModule.forRoot(given)]));
    expect(Object.keys(SwaggerModule.createDocument(app, CONFIG).paths)).toEqual(['/pets']);
  });

  it('never stop the application that serves its documents', async () => {
    @Module({ imports: [AwsGatewayModule.forRoot(ANSWERED)], controllers: [HostileController] })
    class AppModule {}
    const app = await createApp(AppModule);
    const { paths } = SwaggerModule.createDocument(app, CONFIG);
    expect(Object.keys(paths)).toEqual(['/hostile', '/hostile/mock', '/hostile/query']);
  });

  it('empty the public document where it cannot be made at all', async () => {
    const app = await createApp(
      moduleOf([HostileController], [AwsGatewayModule.forRoot({ transformDocument })]),
    );
    expect(SwaggerModule.createDocument(app, CONFIG)).toMatchObject({ paths: {}, info: { title: 'Test' } });
  });
});

describe('a BigInt in a DTO', () => {
  class CountDto {
    @ApiProperty({ type: 'integer', default: 0n as never, maximum: 12345678901234567890n as never })
    readonly count!: number;

    @ApiProperty({ example: new Date(0) })
    readonly since!: Date;
  }

  @Controller('counts')
  class CountsController {
    @Post()
    create(@Body() _count: CountDto): void {}
  }

  it('is a number of the document, or text where a number cannot hold it', async () => {
    const { publicDocument } = await compileControllers([CountsController], ANSWERED);
    expect(publicDocument.components!['schemas']!['CountDto']).toMatchObject({
      properties: { count: { default: 0, maximum: '12345678901234567890' }, since: { example: new Date(0) } },
    });
  });
});
