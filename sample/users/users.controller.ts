import { Body, Controller, Delete, Get, NotImplementedException, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { AwsAuthorizer, AwsCors, AwsIgnore, AwsLambda, AwsValidation } from 'nestjs-aws-gateway';
import { people, services } from '../authorizers.js';
import { CreateUserDto } from './create-user.dto.js';
import { getUserIntegration } from './get-user.integration.js';
import { UserPageDto } from './user-page.dto.js';
import { UserDto } from './user.dto.js';

/** One function a route: the handlers are types and documentation, and never run. */
@ApiTags('users')
@Controller('users')
@AwsAuthorizer(people, { scopes: ['users/read'] })
@AwsCors({
  allowOrigins: ['${app_origin}', 'https://admin.example.com'],
  exposeHeaders: ['X-Request-Id'],
  maxAge: 600,
})
@AwsIgnore('proxy-without-cors-headers', 'the functions answer them')
export class UsersController {
  @Get()
  @AwsLambda('${list_users_function_arn}')
  @ApiOperation({ summary: 'Users, a page at a time' })
  @ApiQuery({ name: 'after', required: false, description: 'Name of the last user of the page before' })
  @ApiOkResponse({ type: UserPageDto })
  list(@Query('after') _after?: string): UserPageDto {
    throw new NotImplementedException();
  }

  @Get(':name')
  @AwsLambda(getUserIntegration)
  @ApiOperation({ summary: 'One user' })
  @ApiOkResponse({ type: UserDto })
  @ApiNotFoundResponse({ description: 'There is no such user' })
  get(@Param('name') _name: string): UserDto {
    throw new NotImplementedException();
  }

  @Post()
  @AwsAuthorizer(people, { scopes: ['users/write'] })
  @AwsLambda({ functionArn: '${create_user_function_arn}', timeout: 5000 })
  @AwsValidation('all')
  @ApiOperation({ summary: 'Create a user' })
  @ApiCreatedResponse({ type: UserDto })
  create(@Body() _user: CreateUserDto): UserDto {
    throw new NotImplementedException();
  }

  @Delete(':name')
  @AwsAuthorizer(services)
  @AwsLambda('${delete_user_function_arn}')
  @ApiOperation({ summary: 'Delete a user', description: 'For other services of the account.' })
  @ApiNoContentResponse()
  delete(@Param('name') _name: string): void {
    throw new NotImplementedException();
  }
}
