import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AwsExclude } from 'nestjs-aws-gateway';

/** For the load balancer: API Gateway does not serve it. */
@Controller({ path: 'health', version: VERSION_NEUTRAL })
@AwsExclude()
export class HealthController {
  @Get()
  @ApiOkResponse()
  health(): object {
    return { status: 'ok' };
  }
}
