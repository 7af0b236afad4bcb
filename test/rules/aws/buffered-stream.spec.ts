import { Controller, Get, Header, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { AwsExclude, AwsHttp, AwsIntegration } from 'nestjs-aws-gateway';
import { EMPTY, type Observable } from 'rxjs';
import { ANSWERED, testRule } from '../../support/test-rule.js';

const backend = {
  type: 'http_proxy',
  httpMethod: 'GET',
  uri: 'https://api.example.com/events',
} as const;

@Controller('silent')
class SilentController {
  @Sse('stream')
  @AwsIntegration({ ...backend, responseTransferMode: 'STREAM' })
  stream(): Observable<MessageEvent> {
    return EMPTY;
  }

  @Sse('own')
  @AwsHttp({ baseUrl: 'https://api.example.com', streaming: true })
  own(): Observable<MessageEvent> {
    return EMPTY;
  }

  @Sse('excluded')
  @AwsExclude()
  excluded(): Observable<MessageEvent> {
    return EMPTY;
  }

  @Get()
  whole(): void {}
}

@Controller('events')
class HandlerController {
  @Sse()
  events(): Observable<MessageEvent> {
    return EMPTY;
  }

  @Get('lines')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  lines(): void {}

  @Sse('buffered')
  @AwsIntegration({ ...backend, responseTransferMode: 'BUFFERED' })
  buffered(): Observable<MessageEvent> {
    return EMPTY;
  }
}

@Controller('headers')
class HeadersController {
  @Get('header')
  @Header('Content-Type', 'text/event-stream; charset=utf-8')
  header(): void {}

  @Get('produced')
  @ApiProduces('text/event-stream')
  produced(): void {}
}

class BaseController {
  @Sse()
  events(): Observable<MessageEvent> {
    return EMPTY;
  }
}

@Controller('one')
@AwsHttp('https://api.example.com')
class OneController extends BaseController {}

testRule('buffered-stream', [
  {
    name: 'is silent where the integration streams, and on whole responses',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports events and other streams',
    controllers: [HandlerController],
    reports: [
      ['buffered-stream warning at HandlerController.buffered GET /events/buffered', '@Sse()'],
      ['buffered-stream warning at HandlerController.events GET /events', '@Sse()', 'streaming: true'],
      ['buffered-stream warning at HandlerController.lines GET /events/lines', 'application/x-ndjson'],
    ],
  },
  {
    name: 'reports a type that only decorators name',
    controllers: [HeadersController],
    reports: ['header', 'produced'].map((name) => [
      `buffered-stream warning at HeadersController.${name} GET /headers/${name}`,
      'text/event-stream',
    ]),
  },
  {
    name: 'reports streams behind an HTTP API, which never streams',
    controllers: [OneController],
    options: { ...ANSWERED, gateway: 'http-api' },
    reports: [['buffered-stream warning at OneController.events GET /one', 'a REST API']],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: ['buffered-stream warning at OneController.events GET /one'],
  },
]);
