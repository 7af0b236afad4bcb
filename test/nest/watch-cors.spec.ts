import { Controller, Get, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { describe, expect, it } from '@jest/globals';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import type { ApplicationCors } from '../../lib/model/cors/application-cors.js';
import type { ApigenOptions } from '../../lib/cli/application/apigen-options.js';
import { readModule } from '../../lib/cli/application/read-module.js';
import { readCors, watchCors } from '../../lib/nest/watch-cors.js';
import { createApp, moduleOf } from '../support/create-app.js';

@Controller('users')
class UsersController {
  @Get()
  list(): string[] {
    return [];
  }
}

const AppModule = moduleOf([UsersController], [AwsGatewayModule.forRoot()]);
const ORIGIN = 'https://app.example.com';

const OF_APP: ApplicationCors = { allowOrigins: [ORIGIN], allowCredentials: false };
const ANY: ApplicationCors = { allowOrigins: ['*'], allowCredentials: false };

const enable = (app: INestApplication): void => app.enableCors({ origin: ORIGIN });

async function enableLate(app: INestApplication): Promise<void> {
  await Promise.resolve();
  app.setGlobalPrefix('v1').enableCors();
}

/** What the command knows after `configure`. */
async function seen(options: ApigenOptions, preview = true): Promise<ApplicationCors | undefined> {
  const { source } = await readModule(
    AppModule,
    options,
    { info: { title: 'Test', version: '1' }, preview },
    () => {},
  );
  return source.cors;
}

describe.each([
  ['Express', {}],
  ['Fastify', { adapter: () => new FastifyAdapter() }],
] as const)('the command, on %s', (_, adapter) => {
  it.each([true, false])('sees `app.enableCors` in `configure` (preview: %s)', async (preview) => {
    expect(await seen({ ...adapter, configure: enable }, preview)).toEqual(OF_APP);
  });

  it('sees it after other work', async () => {
    expect(await seen({ ...adapter, configure: enableLate })).toEqual(ANY);
  });

  it('sees that there is none', async () => {
    expect(await seen(adapter)).toBeUndefined();
    expect(await seen({ ...adapter, configure: (app) => void app.setGlobalPrefix('v1') })).toBeUndefined();
  });
});

describe('a running application', () => {
  it.each([
    [true, ANY],
    [{ origin: ORIGIN }, OF_APP],
  ])('was created with `cors: %j`', async (cors, expected) => {
    const express = await NestFactory.create(AppModule, { cors, logger: false });
    const fastify = await NestFactory.create(AppModule, new FastifyAdapter(), { cors, logger: false });
    expect([express, fastify].map(readCors)).toEqual([expected, expected]);
  });

  it('was created without', async () => {
    expect(readCors(await createApp(AppModule, { preview: false }))).toBeUndefined();
    expect(readCors(await NestFactory.create(AppModule, { cors: false, logger: false }))).toBeUndefined();
  });

  it.each([
    ['Express', undefined],
    ['Fastify', new FastifyAdapter()],
  ])('answers the headers still, watched or not, on %s', async (_, adapter) => {
    const app = await createApp(AppModule, { preview: false, ...(adapter ? { adapter } : {}) });
    watchCors(app);
    watchCors(app);
    app.enableCors({ origin: ORIGIN });
    await app.listen(0, '127.0.0.1');
    const { headers } = await fetch(`${await app.getUrl()}/users`);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(readCors(app)).toEqual(OF_APP);
    await app.close();
  });
});
