import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsExclude,
  AwsHttp,
  AwsIgnore,
  AwsLambda,
  AwsPublic,
  AwsSqs,
  fromBody,
  fromPath,
  LambdaAuthorizer,
  AwsAuthorizer,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const bearer = new LambdaAuthorizer({ name: '${auth_name}', functionArn: '${auth_arn}' });

/** Holds words that look like secrets and are none. */
@Controller('silent')
@AwsAuthorizer(bearer)
class SilentController {
  @Get()
  @ApiOperation({
    description: 'Writes `${greeting}`; costs ${x}. See jobs-queue-10 of example.com, barn:owl:1:.',
  })
  @AwsHttp('https://backend.internal.example/v1')
  read(): void {}

  @Post()
  @ApiOperation({ description: 'users' })
  @AwsSqs({ queueName: 'jobs-queue-1', message: 'hello', credentials: '${role_arn}' })
  send(): void {}

  @Get('hidden')
  @ApiOperation({ description: 'arn:aws:sns:eu-west-1:111122223333:hidden' })
  @AwsExclude()
  excluded(): void {}
}

class AddressDto {
  @ApiProperty({ description: 'Kept in orders-prod-2.' })
  city!: string;
}

class OrderDto {
  @ApiProperty()
  address!: AddressDto;
}

@Controller('handler')
class HandlerController {
  @Get('placeholder')
  @ApiOperation({
    summary: 'Calls ${read_arn}',
    description: 'Line\narn:aws:lambda:eu-west-1:111122223333:function:read',
  })
  @AwsLambda('${read_arn}')
  placeholder(): void {}

  @Get('host')
  @ApiOperation({ description: 'Asks https://backend.internal.example/v1/orders.' })
  @AwsHttp('https://backend.internal.example/v1')
  host(): void {}

  @Post('member/:id')
  @AwsDynamoDb({
    action: 'PutItem',
    table: 'orders-prod-2',
    key: { pk: fromPath('id') },
    attributes: { city: fromBody('$.address.city') },
    credentials: 'arn:aws:iam::111122223333:role/gateway',
  })
  member(@Param('id') _id: string, @Body() _order: OrderDto): void {}
}

class BaseController {
  @Get()
  @ApiOperation({ description: 'See x-amazon-apigateway-integration and ${AWS::Region}.' })
  read(): void {}
}

@Controller('class')
class ClassController extends BaseController {}

@Controller('account')
class HostController {
  @Get()
  @ApiOperation({ description: 'Runs in 123456789012.' })
  read(): void {}
}

@Controller('allowed')
@AwsIgnore('private-value-in-public', 'it is the documentation of an example')
class AllowedController {
  @Get()
  @ApiOperation({ description: 'For example arn:aws:sns:eu-west-1:111122223333:alerts.' })
  @AwsPublic()
  read(): void {}
}

testRule('private-value-in-public', [
  {
    name: 'is silent on text that only looks private, on what is excluded, and on what is allowed',
    controllers: [SilentController, AllowedController],
    reports: [],
  },
  {
    name: 'reports placeholders, ARNs, hosts and names, in operations and in schemas',
    controllers: [HandlerController],
    reports: [
      [
        'private-value-in-public error at HandlerController.host GET /handler/host description',
        'backend.internal.example',
      ],
      [
        'private-value-in-public error at HandlerController.member POST /handler/member/{id} AddressDto.city.description',
        'orders-prod-2',
      ],
      [
        'private-value-in-public error at HandlerController.placeholder GET /handler/placeholder description',
        'arn:aws:lambda:eu-west-1:111122223333:function:read',
      ],
      [
        'private-value-in-public error at HandlerController.placeholder GET /handler/placeholder summary',
        '${read_arn}',
      ],
    ],
  },
  {
    name: 'reports an inherited handler under its class',
    controllers: [ClassController],
    reports: [
      ['private-value-in-public error at ClassController.read GET /class description', '${AWS::Region}'],
      [
        'private-value-in-public error at ClassController.read GET /class description',
        'x-amazon-apigateway-integration',
      ],
    ],
  },
  {
    name: 'reports an account on its own',
    controllers: [HostController],
    options: { ...ANSWERED, accountId: '123456789012' },
    reports: [
      ['private-value-in-public error at HostController.read GET /account description', '123456789012'],
    ],
  },
  {
    name: 'is silenced for the whole application',
    controllers: [ClassController],
    options: { ...ANSWERED, ignore: { 'private-value-in-public': 'these are the docs of a gateway' } },
    reports: [],
  },
]);
