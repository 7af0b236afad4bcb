import { Controller, Get, Post, type INestApplication } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { AwsCors, AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { formatDeployValue } from '../../../lib/values/deploy-value.js';
import { compileControllers } from '../../support/create-app.js';
import { ANSWERED } from '../../support/test-rule.js';

@Controller()
class ThingsController {
  @Get('plain')
  plain(): void {}

  @Post('mock')
  @AwsMock()
  mocked(): void {}

  @Post('own')
  @AwsCors({ allowOrigins: ['https://own.example.com'] })
  own(): void {}

  @Post('off')
  @AwsCors(false)
  off(): void {}

  @Post('elsewhere')
  @AwsLambda('${other_function_arn}')
  elsewhere(): void {}
}

async function originsOf(
  configure: (app: INestApplication) => void,
): Promise<Readonly<Record<string, readonly string[] | undefined>>> {
  const { model } = await compileControllers([ThingsController], ANSWERED, { configure });
  return Object.fromEntries(
    model.routes.map(({ path, cors }) => [path, cors?.allowOrigins.map(formatDeployValue)]),
  );
}

describe('the CORS policy of the application', () => {
  it('is that of every route that declares none, but of other functions', async () => {
    expect(await originsOf((app) => app.enableCors({ origin: 'https://App.example.com' }))).toEqual({
      '/plain': ['https://app.example.com'],
      '/mock': ['https://app.example.com'],
      '/own': ['https://own.example.com'],
      '/off': undefined,
      '/elsewhere': undefined,
    });
  });

  it('is not known where a function decides', async () => {
    const origins = await originsOf((app) =>
      app.enableCors({
        origin: (_origin: unknown, done: (error: null, allow: boolean) => void) => done(null, true),
      }),
    );
    expect(origins['/plain']).toBeUndefined();
  });

  it('has no origin that no browser sends, and is none of those alone', async () => {
    const unsent = ['https://a.example.com/', 'https://*.example.com', '*'];
    const some = await originsOf((app) => app.enableCors({ origin: [...unsent, 'https://b.example.com'] }));
    expect(some['/plain']).toEqual(['https://b.example.com']);
    expect((await originsOf((app) => app.enableCors({ origin: unsent })))['/plain']).toBeUndefined();
  });
});
