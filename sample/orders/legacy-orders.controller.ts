import { All, Controller, NotImplementedException, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AwsAuthorizer, AwsHttp, AwsIgnore } from 'nestjs-aws-gateway';
import { shops } from '../authorizers.js';

/** The old shop system answers whatever still calls it, under its own URLs. */
@ApiTags('orders')
@Controller('legacy')
@AwsAuthorizer(shops)
@AwsIgnore('proxy-without-cors-headers', 'no browser calls the old shop system')
export class LegacyOrdersController {
  @All('*rest')
  @AwsHttp({
    url: 'https://${legacy_host}/shop/{rest}',
    timeout: 20_000,
    insecureSkipVerification: true,
  })
  @ApiOperation({ summary: 'The old shop system', deprecated: true })
  @ApiOkResponse()
  forward(@Param('rest') _rest: string[]): void {
    throw new NotImplementedException();
  }
}
