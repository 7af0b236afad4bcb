import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AwsMock, AwsPublic } from 'nestjs-aws-gateway';

@Controller('health')
export class HealthController {
  /** API Gateway answers it: a health check of the gateway costs no run of the function. */
  @Get()
  @AwsPublic()
  @AwsMock({ body: { status: 'ok' } })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string' } } } })
  health(): object {
    return { status: 'ok' };
  }
}
