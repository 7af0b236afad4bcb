import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AwsEventBridge, fromBody, type AwsGatewayOptions } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

class CustomerDto {
  @ApiProperty() name!: string;
}

class OrderDto {
  @ApiProperty() count!: number;
  @ApiProperty({ type: CustomerDto }) customer!: CustomerDto;
}

const HTTP_API: AwsGatewayOptions = { ...ANSWERED, gateway: 'http-api', validation: 'none' };
const event = { source: 'shop', detailType: 'OrderPlaced', credentials: '${role_arn}' };

@Controller('events')
class SilentController {
  @Post()
  @AwsEventBridge({ ...event, detail: fromBody() })
  put(@Body() _order: OrderDto): void {}

  @Post('customer')
  @AwsEventBridge({ ...event, detail: fromBody('$.customer') })
  customer(@Body() _order: OrderDto): void {}
}

@Controller('events')
class CountController {
  @Post('count')
  @AwsEventBridge({ ...event, detail: fromBody('$.count') })
  count(@Body() _order: OrderDto): void {}
}

testRule('request-value-out-of-place', [
  {
    name: 'is silent on objects (HTTP API)',
    controllers: [SilentController],
    options: HTTP_API,
    reports: [],
  },
  {
    name: 'reports a number as the detail of an event (HTTP API)',
    controllers: [CountController],
    options: HTTP_API,
    reports: [
      [
        'request-value-out-of-place error at CountController.count POST /events/count',
        "fromBody('$.count')",
        'a number',
      ],
    ],
  },
]);
