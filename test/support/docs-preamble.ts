import {
  Controller,
  Get,
  Module,
  NotImplementedException,
  Param,
  type CanActivate,
  type INestApplication,
} from '@nestjs/common';
import { ApiProperty, DocumentBuilder } from '@nestjs/swagger';
import {
  AwsGatewayModule,
  AwsLambda,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';

/*
 * What the examples of the documentation leave out. Each example may use these names without an import.
 */

export { Exclude } from 'class-transformer';
export {
  All,
  Body,
  Controller,
  Delete,
  Get,
  Head,
  Header,
  Headers,
  Module,
  NotImplementedException,
  ParseIntPipe,
  Options,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Search,
  Sse,
  StreamableFile,
  UseGuards,
  Version,
} from '@nestjs/common';
export { NestFactory } from '@nestjs/core';
export {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExcludeController,
  ApiExcludeEndpoint,
  ApiExtension,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  DocumentBuilder,
  getSchemaPath,
  SwaggerModule,
} from '@nestjs/swagger';
export { expect } from '@jest/globals';
export * from 'nestjs-aws-gateway';
export { createGatewayTester, renderTemplate } from '../../lib/testing/index.js';

export class JwtGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

export class UserDto {
  @ApiProperty()
  name!: string;
}

export class ReportDto {
  @ApiProperty()
  month!: string;
}

export class ProductDto {
  @ApiProperty()
  id!: string;
}

export class CreateUserDto {
  @ApiProperty()
  name!: string;
}

export class EventDto {
  @ApiProperty()
  type!: string;
}

export class FeedDto {
  @ApiProperty({ type: [String] })
  items!: string[];
}

export class HealthDto {
  @ApiProperty()
  status!: string;
}

export class LineDto {
  @ApiProperty()
  article!: string;
}

export class OrderDto {
  @ApiProperty()
  id!: string;
  @ApiProperty({ type: [LineDto] })
  lines!: LineDto[];
}

export class ReceiptDto {
  @ApiProperty()
  id!: string;
}

export class ClickDto {
  @ApiProperty()
  link!: string;
}

export class AlertDto {
  @ApiProperty()
  text!: string;
}

export class JobDto {
  @ApiProperty()
  task!: string;
}

export class FlagDto {
  @ApiProperty()
  on!: boolean;
}

export const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_function_arn}' });
export const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${user_pool_arn}'] });
export const iam = new IamAuthorizer();

@Controller('users')
export class UsersController {
  @Get(':name')
  @AwsLambda('${get_user_function_arn}')
  getUser(@Param('name') _name: string): UserDto {
    throw new NotImplementedException();
  }
}

@Controller('orders')
export class OrdersController {
  @Get()
  list(): string[] {
    throw new NotImplementedException();
  }
}

/** What `nest new` makes. */
@Controller()
export class AppController {
  @Get()
  getHello(): string {
    throw new NotImplementedException();
  }
}

export class AppService {}

@Module({ imports: [AwsGatewayModule.forRoot()], controllers: [UsersController] })
export class AppModule {}

/** What `main.ts` and `apigen.ts` share. */
export function configure(_app: INestApplication): void {}

/** What a test makes before it looks at the documents. */
export declare const app: INestApplication;
export const config = new DocumentBuilder().setTitle('my-api').setVersion('0.0.1').build();
