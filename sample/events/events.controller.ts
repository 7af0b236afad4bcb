import { Body, Controller, Get, Headers, HttpCode, NotImplementedException, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCache,
  AwsCors,
  AwsLambda,
  AwsPublic,
  AwsThrottle,
  AwsValidation,
} from 'nestjs-aws-gateway';
import { devices } from '../authorizers.js';
import { EventDto } from './event.dto.js';

/** For machines: no browser calls, every caller has a key. */
@ApiTags('events')
@Controller('events')
@AwsApiKey()
@AwsCors(false)
export class EventsController {
  @Post()
  @AwsThrottle({ rate: 50, burst: 100 })
  @HttpCode(202)
  @AwsAuthorizer(devices)
  @AwsValidation('body')
  @AwsLambda({
    functionArn: '${record_event_function_arn}',
    mode: 'async',
    requestTemplates: {
      'application/json': `{"device":"$context.authorizer.principalId","event":$input.json('$')}`,
    },
  })
  @ApiOperation({
    summary: 'Report an event',
    description: 'It is recorded later; the caller does not wait.',
  })
  @ApiAcceptedResponse()
  record(@Body() _event: EventDto): void {
    throw new NotImplementedException();
  }

  @Get()
  @AwsPublic()
  @AwsCache({ ttl: 60, keys: ['header.x-shop'] })
  @AwsLambda({
    invokeArn: '${list_events_invoke_arn}',
    credentials: '${gateway_role_arn}',
    timeout: 10_000,
  })
  @ApiOperation({ summary: 'The last events' })
  @ApiHeader({ name: 'x-shop', required: true, description: 'The shop whose events are asked for' })
  @ApiOkResponse({ type: [EventDto] })
  list(@Headers('x-shop') _shop: string): EventDto[] {
    throw new NotImplementedException();
  }

  @Get('kinds')
  @AwsPublic()
  @AwsApiKey(false)
  @AwsLambda('${list_kinds_function_arn}')
  @ApiOperation({ summary: 'The kinds of events' })
  @ApiOkResponse({ type: [String] })
  kinds(): string[] {
    throw new NotImplementedException();
  }
}
