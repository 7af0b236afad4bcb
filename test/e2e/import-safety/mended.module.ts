import { Body, Controller, Get, Module, Param, Post, Put } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  getSchemaPath,
} from '@nestjs/swagger';
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
const staff = new LambdaAuthorizer({ name: 'staff', functionArn: '${staff_function_arn}' });

class ParcelDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  labels!: Record<string, string>;
}

class LabelDto {
  @ApiProperty()
  text!: string;
}

/** The faulty application, with the remedy of each report applied as it says. */
@Controller('shop')
@ApiExtraModels(LabelDto)
@AwsAuthorizer(bearer)
@AwsLambda('${shop_function_arn}')
@AwsIgnore('proxy-without-cors-headers', 'the functions answer them')
class ShopController {
  @Get('a')
  @AwsLambda('${list_function_arn}')
  noArn(): void {}

  @Get('b')
  @AwsHttp('https://${host}')
  twoIntegrations(): void {}

  @Get('c')
  @AwsValidation('all')
  noSuchMode(): void {}

  @Get('d')
  @AwsCors({ allowOrigins: ['*'], allowHeaders: ['Authorization', 'X-Shop'] })
  noSuchOption(): void {}

  @Get('e')
  @AwsCors({ allowOrigins: ['https://shop.example.com'], allowCredentials: true })
  credentialsForAll(): void {}

  @Get('f')
  @AwsCors({ allowOrigins: ['https://shop.example.com'] })
  onePolicy(): void {}

  @Post('f')
  @AwsCors({ allowOrigins: ['https://shop.example.com'] })
  otherPolicy(): void {}

  @Get('g/:id')
  oneName(): void {}

  @Put('g/:id/parcels')
  otherName(): void {}

  @Get('h/:file')
  partOfSegment(): void {}

  @Get('i')
  search(): void {}

  @Get('j/1')
  first(): void {}

  @Get('j/2')
  @AwsLambda('${second_function_arn}')
  second(): void {}

  @Get('k')
  @AwsHttp({ url: 'https://${host}/parcels/${id}' })
  noVariable(): void {}

  @Get('l')
  @AwsAuthorizer(staff)
  sameName(): void {}

  @Post('m')
  @AwsSqs({ queueUrl: '${queue_url}', message: 'parcel', credentials: '${role_arn}' })
  noRole(): void {}

  @Post('n')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromBody(), credentials: '${role_arn}' })
  noBody(@Body() _parcel: ParcelDto): void {}

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
    responses: { default: { statusCode: '200' }, '4\\d{2}|5\\d{2}': { statusCode: '400' } },
  })
  oneStatusTwice(): void {}

  @Get('q')
  @ApiOperation({ description: 'Asks the parcel service.' })
  @AwsHttp('https://parcels.internal.example')
  tellsTheHost(): void {}

  @Get('r')
  @AwsCors({ allowOrigins: ['https://shop.example.com'] })
  @AwsIgnore('proxy-without-cors-headers', 'the function of the shop answers them')
  slip(): void {}

  @Get('s')
  @AwsLambda({ functionArn: '${slow_function_arn}', timeout: 29_000 })
  slow(): void {}

  @Post('t')
  @ApiBody({ schema: { $ref: getSchemaPath(LabelDto) } })
  noSuchSchema(): void {}

  @Get('u')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromQuery('q'), credentials: '${role_arn}' })
  used(): void {}

  @Get('v')
  @AwsLambda('${stray_function_arn}')
  noRoute(): void {}
}

@Controller('open')
class OpenController {
  @Get('a')
  @AwsPublic()
  @AwsLambda('${open_function_arn}')
  forgotten(): void {}

  @Get('b')
  @AwsPublic()
  @AwsMock({})
  guarded(): void {}

  @Get('c')
  @AwsPublic()
  @AwsLambda('${open_function_arn}')
  nothingAnswers(): void {}
}

@Module({
  imports: [AwsGatewayModule.forRoot({ requireAuthorizer: true })],
  controllers: [ShopController, OpenController],
})
export class AppModule {}
