import { Body, Controller, Delete, Get, Module, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsGatewayModule,
  AwsHttp,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsSqs,
  AwsValidation,
  CognitoAuthorizer,
  fromBody,
  fromPath,
  LambdaAuthorizer,
  text,
} from 'nestjs-aws-gateway';

// The documents of this application are kept for each version of the library. Never change it: what differs between two
// versions then comes from the library. Add a new application beside it for what it does not have.

const people = new CognitoAuthorizer({ name: 'people', userPoolArns: ['${user_pool_arn}'] });
const machines = new LambdaAuthorizer({ name: 'machines', functionArn: '${authorizer_arn}' });

class BookDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  title!: string;

  @ApiProperty({ type: [String] })
  authors!: string[];

  @ApiPropertyOptional({ minimum: 0 })
  pages?: number;
}

@Controller('books')
@AwsCors({ allowOrigins: ['https://app.example.com', 'https://admin.example.com'] })
class BooksController {
  @Get()
  @ApiOkResponse({ type: [BookDto] })
  @AwsLambda('${list_books_arn}')
  @AwsPublic()
  list(@Query('author') _author?: string): BookDto[] {
    return [];
  }

  @Get(':isbn')
  @ApiOkResponse({ type: BookDto })
  @AwsDynamoDb({
    action: 'GetItem',
    table: '${books_table}',
    key: { pk: text`BOOK#${fromPath('isbn')}` },
    credentials: '${gateway_role_arn}',
  })
  get(@Param('isbn') _isbn: string): BookDto {
    return new BookDto();
  }

  @Post()
  @ApiCreatedResponse()
  @AwsSqs({ queueUrl: '${books_queue_url}', message: fromBody(), credentials: '${gateway_role_arn}' })
  @AwsValidation('body')
  add(@Body() _book: BookDto): void {}

  @Delete(':isbn')
  @AwsHttp({ baseUrl: 'https://${backend_host}', timeout: 5000 })
  @AwsAuthorizer(machines)
  @AwsApiKey()
  remove(@Param('isbn') _isbn: string): void {}
}

@Controller('status')
class StatusController {
  @Get()
  @AwsMock({ body: { status: 'up' } })
  @AwsPublic()
  show(): object {
    return {};
  }
}

@Module({
  imports: [AwsGatewayModule.forRoot({ authorizer: people })],
  controllers: [BooksController, StatusController],
})
export class AppModule {}
