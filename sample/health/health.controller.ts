import { Controller, Get, Header, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AwsCors, AwsExclude, AwsMock, AwsPublic, AwsValidation } from 'nestjs-aws-gateway';
import { HealthDto } from './health.dto.js';

@ApiTags('health')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
@AwsPublic()
@AwsCors({ allowOrigins: ['*'] })
export class HealthController {
  /** API Gateway answers for itself; the container's own answer is for its load balancer. */
  @Get()
  @Header('Cache-Control', 'no-store')
  @AwsMock({ body: { status: 'ok' }, headers: { 'Cache-Control': 'no-store' } })
  @AwsValidation('none')
  @ApiOperation({ summary: 'Whether the API is up' })
  @ApiOkResponse({ type: HealthDto })
  check(): HealthDto {
    return { status: 'ok' };
  }

  /** Read by the monitoring inside the network. */
  @Get('metrics')
  @AwsExclude()
  metrics(): string {
    return `uptime_seconds ${process.uptime()}\n`;
  }
}
