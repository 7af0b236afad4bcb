import { Controller, Get, Module, Param, Post, Put, Search, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import {
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsGatewayModule,
  AwsHttp,
  AwsIgnore,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsSqs,
  AwsValidation,
  fromBody,
  fromPath,
  fromQuery,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${bearer_function_arn}' });
const staff = new LambdaAuthorizer({ name: 'bearer', functionArn: '${staff_function_arn}' });

class JwtGuard {
  canActivate(): boolean {
    return true;
  }
}

class ParcelDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  labels!: object;
}

/** One fault a handler, each of a kind of its own. */
@Controller('shop')
@AwsAuthorizer(bearer)
@AwsLambda('${shop_function_arn}')
@AwsIgnore('proxy-without-cors-headers', 'the functions answer them')
class ShopController {
  @Get('a')
  @AwsLambda('list-function')
  noArn(): void {}

  @Get('b')
  @AwsMock({})
  @AwsHttp('https://${host}')
  twoIntegrations(): void {}

  @Get('c')
  @AwsValidation('everything' as never)
  noSuchMode(): void {}

  @Get('d')
  @AwsCors({ allowOrigins: ['*'], allowHeader: ['X-Shop'] } as never)
  noSuchOption(): void {}

  @Get('e')
  @AwsCors({ allowOrigins: ['*'], allowCredentials: true })
  credentialsForAll(): void {}

  @Get('f')
  @AwsCors({ allowOrigins: ['https://shop.example.com'] })
  onePolicy(): void {}

  @Post('f')
  otherPolicy(): void {}

  @Get('g/:id')
  oneName(): void {}

  @Put('g/:name/parcels')
  otherName(): void {}

  @Get('h/:file.json')
  partOfSegment(): void {}

  @Search('i')
  search(): void {}

  @Get('j')
  first(): void {}

  @Get('j')
  @AwsLambda('${second_function_arn}')
  second(): void {}

  @Get('k')
  @AwsHttp({ url: 'https://${host}/parcels/{id}' })
  noVariable(): void {}

  @Get('l')
  @AwsAuthorizer(staff)
  sameName(): void {}

  @Post('m')
  @AwsSqs({ queueUrl: '${queue_url}', message: 'parcel' })
  noRole(): void {}

  @Get('n')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromBody(), credentials: '${role_arn}' })
  noBody(): void {}

  @Get('o/:id')
  @AwsDynamoDb({
    action: 'GetItem',
    table: '${parcels_table}',
    key: { pk: fromPath('id') },
    credentials: '${role_arn}',
  })
  @ApiOkResponse({ type: ParcelDto })
  read(@Param('id') _id: string): void {}

  @Get('p')
  @AwsIntegration({
    type: 'http',
    httpMethod: 'GET',
    uri: 'https://${host}/status',
    responses: {
      default: { statusCode: '200' },
      '4\\d{2}': { statusCode: '400' },
      '5\\d{2}': { statusCode: '400' },
    },
  })
  oneStatusTwice(): void {}

  @Get('q')
  @ApiOperation({ description: 'Asks https://parcels.internal.example.' })
  @AwsHttp('https://parcels.internal.example')
  tellsTheHost(): void {}

  @Get('r')
  @AwsCors({ allowOrigins: ['https://shop.example.com'] })
  // The slip of an author without types.
  @AwsIgnore('proxy-without-cors' as 'proxy-without-cors-headers', 'the function of the shop answers them')
  slip(): void {}

  @Get('s')
  @AwsLambda({ functionArn: '${slow_function_arn}', timeout: 60_000 })
  slow(): void {}

  @Post('t')
  @ApiBody({ schema: { $ref: getSchemaPath('LabelDto') } })
  noSuchSchema(): void {}

  @Get('u')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromQuery('q'), credentials: '${role_arn}' })
  used(): void {}

  @AwsLambda('${stray_function_arn}')
  noRoute(): void {}
}

@Controller('open')
class OpenController {
  @Get('a')
  @AwsLambda('${open_function_arn}')
  forgotten(): void {}

  @Get('b')
  @UseGuards(JwtGuard)
  @AwsPublic()
  @AwsMock({})
  guarded(): void {}

  @Get('c')
  @AwsPublic()
  nothingAnswers(): void {}
}

@Module({
  imports: [AwsGatewayModule.forRoot({ requireAuthorizer: true })],
  controllers: [ShopController, OpenController],
})
export class AppModule {}
