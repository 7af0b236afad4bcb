import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { listOptions, readOptions } from '../../lib/nest/read-options.js';

@Controller('users')
class UsersController {
  @Get()
  list(): void {}
}

const first = { integration: { kind: 'mock' } } as const;
const second = { cors: { allowOrigins: ['*'] } };

@Module({ imports: [AwsGatewayModule.forRoot(second)] })
class FeatureModule {}

@Module({ imports: [AwsGatewayModule.forRoot(first), FeatureModule], controllers: [UsersController] })
class TwiceModule {}

@Module({ controllers: [UsersController] })
class PlainModule {}

describe('readOptions', () => {
  it('finds nothing in an application without the module', async () => {
    const app = await NestFactory.create(PlainModule, { preview: true, logger: false });
    expect(readOptions(app)).toBeUndefined();
  });

  it('finds the options of every module, and a second one is a fault', async () => {
    const app = await NestFactory.create(TwiceModule, { preview: true, logger: false });
    expect(listOptions(app)).toHaveLength(2);
    const { diagnostics } = AwsGatewayModule.createDocuments(app, new DocumentBuilder().build());
    expect(diagnostics).toContainEqual({
      code: 'conflicting-options',
      severity: 'error',
      docs: 'nestjs-aws-gateway/docs/diagnostics.md#conflicting-options',
      at: {},
      message:
        '`AwsGatewayModule.forRoot` is imported 2 times, but only the options of the first import apply',
      fix: 'Import it once, in the root module.',
    });
  });
});

describe('forRoot(null)', () => {
  it('is an import of the module, with options that are no object', async () => {
    @Module({ imports: [AwsGatewayModule.forRoot(null as never)], controllers: [UsersController] })
    class NullModule {}
    const app = await NestFactory.create(NullModule, { preview: true, logger: false });
    const { diagnostics } = AwsGatewayModule.createDocuments(app, new DocumentBuilder().build());
    expect(diagnostics.filter(({ at }) => at.controller === undefined)).toEqual([
      {
        code: 'invalid-option',
        severity: 'error',
        docs: 'nestjs-aws-gateway/docs/diagnostics.md#invalid-option',
        at: {},
        message: '`forRoot` was given `null` instead of an object with its options',
        fix: expect.stringMatching(/^Pass an object with `gateway`, /),
      },
    ]);
  });
});
