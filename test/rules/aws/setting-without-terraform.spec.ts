import { Controller, Get, Post } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { AwsCache, AwsIgnore, AwsLogging, AwsThrottle } from 'nestjs-aws-gateway';
import { compileGateway } from '../../../lib/compile-gateway.js';
import { readApplication } from '../../../lib/nest/read-application.js';
import { CONFIG, createApp, moduleOf } from '../../support/create-app.js';
import { ANSWERED, testRule } from '../../support/test-rule.js';

@Controller('plain')
class PlainController {
  @Get()
  read(): void {}
}

@Controller('things')
@AwsThrottle({ rate: 5, burst: 10 })
class ThingsController {
  @Get()
  @AwsCache({ ttl: 60 })
  list(): void {}

  @Post()
  @AwsLogging({ level: 'INFO' })
  add(): void {}
}

@Controller('ignored')
@AwsThrottle({ rate: 5, burst: 10 })
@AwsIgnore('setting-without-terraform', 'stage.tf sets it')
class IgnoredController {
  @Get()
  list(): void {}
}

@Controller('off')
@AwsThrottle(false)
@AwsCache(false)
class OffController {
  @Get()
  list(): void {}
}

testRule('setting-without-terraform', [
  {
    name: 'is silent where nothing is set, or it is turned off',
    controllers: [PlainController, OffController],
    reports: [],
  },
  {
    name: 'reports each decorator once, with the number of routes',
    controllers: [ThingsController],
    reports: [
      ['setting-without-terraform warning at ThingsController.add POST /things', '@AwsLogging'],
      ['setting-without-terraform warning at ThingsController.list GET /things', '@AwsCache'],
      ['setting-without-terraform warning at ThingsController.list GET /things', '@AwsThrottle', '2 routes'],
    ],
  },
  {
    name: 'reports the options of the module',
    controllers: [PlainController],
    options: {
      ...ANSWERED,
      throttle: { rate: 5, burst: 10 },
      usagePlans: { partner: { quota: { limit: 1000, period: 'DAY' } } },
    },
    reports: [
      ['setting-without-terraform warning at module', 'throttle'],
      ['setting-without-terraform warning at module', 'usagePlans'],
    ],
  },
  {
    name: 'is silent about a class that ignores it, and reports the others',
    controllers: [IgnoredController, ThingsController],
    reports: [
      ['setting-without-terraform warning at ThingsController.add POST /things', '@AwsLogging'],
      ['setting-without-terraform warning at ThingsController.list GET /things', '@AwsCache'],
      ['setting-without-terraform warning at ThingsController.list GET /things', '@AwsThrottle'],
    ],
  },
  {
    name: 'reports of an HTTP API what its stage has',
    controllers: [ThingsController],
    options: { ...ANSWERED, gateway: 'http-api' },
    reports: [
      ['not-expressible warning at ThingsController.add POST /things', '@AwsLogging'],
      ['not-expressible warning at ThingsController.list GET /things', '@AwsCache'],
      ['setting-without-terraform warning at ThingsController.list GET /things', '@AwsThrottle'],
    ],
  },
]);

describe('setting-without-terraform beside a module', () => {
  it('is silent, and to ignore it is not unused', async () => {
    const app = await createApp(moduleOf([IgnoredController, ThingsController]));
    expect(compileGateway(readApplication(app, CONFIG), ANSWERED, true).diagnostics).toEqual([]);
  });
});
