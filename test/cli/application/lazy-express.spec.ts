import { Controller, Get, Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import * as platform from '@nestjs/platform-express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLazyExpress, type ExpressModule } from '../../../lib/cli/application/lazy-express.js';
import { readUnrouted, watchRegistrations } from '../../../lib/nest/routes/read-unrouted.js';
import { readCors, watchCors } from '../../../lib/nest/watch-cors.js';

@Controller('things')
class ThingsController {
  @Get()
  list(): void {}
}

@Module({ controllers: [ThingsController] })
class AppModule {}

interface Adapter {
  getType(): string;
  getHttpServer(): unknown;
  getInstance(): unknown;
  close(): Promise<void>;
  use(...args: unknown[]): Adapter;
  get(...args: unknown[]): unknown;
}

const load = jest.fn((): ExpressModule => platform);
let app: INestApplication;
let adapter: Adapter;
beforeEach(async () => {
  load.mockClear();
  const lazy = createLazyExpress(load);
  app = await NestFactory.create(AppModule, lazy, { preview: true, abortOnError: false, logger: false });
  adapter = app.getHttpAdapter() as unknown as Adapter;
});

function middleware(): void {}

/** The layers of the router that Express itself has. */
const layersOf = (of: Adapter): readonly string[] =>
  (of.getInstance() as { router: { stack: { name: string }[] } }).router.stack.map(({ name }) => name);

describe('createLazyExpress', () => {
  it('does without Express while the application only sets requests up', async () => {
    const express = app as NestExpressApplication;
    express.set('trust proxy', 1).disable('etag');
    express.useBodyParser('json', { limit: '1mb' });
    app.setGlobalPrefix('v1');
    app.use(middleware);
    app.enableCors();
    expect(adapter.getType()).toBe('express');
    expect(app.getHttpServer()).toBe(adapter.getHttpServer());
    await app.close();
    expect(load).not.toHaveBeenCalled();
  });

  it('loads it once when the application asks for it, with all that was set up', () => {
    (app as NestExpressApplication).set('trust proxy', 3);
    app.enableCors({ origin: 'https://app.example.com' });
    adapter.use('/hooks', middleware).use(middleware);
    const before = layersOf(adapter);
    expect(before.slice(-3)).toEqual(['corsMiddleware', 'middleware', 'middleware']);
    adapter.use(middleware);
    expect(layersOf(adapter)).toHaveLength(before.length + 1);
    expect((adapter.getInstance() as { get(name: string): unknown }).get('trust proxy')).toBe(3);
    expect(adapter).toBeInstanceOf(platform.ExpressAdapter);
    expect(adapter.getHttpServer()).toBe(app.getHttpServer());
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('has the properties of Express that nobody lists', () => {
    expect('mapException' in adapter).toBe(true);
    expect((adapter as unknown as { instance: unknown }).instance).toBe(adapter.getInstance());
  });

  it('is watched before Express is loaded, and afterwards', () => {
    watchCors(app);
    watchRegistrations(app);
    app.enableCors({ origin: 'https://app.example.com' });
    adapter.use('/queues', middleware);
    (app as NestExpressApplication).useStaticAssets('public', { prefix: '/files' });
    adapter.getInstance();
    adapter.get('/health', middleware);
    (app as NestExpressApplication).useStaticAssets('images', { prefix: '/images' });
    expect(readCors(app)).toMatchObject({ allowOrigins: ['https://app.example.com'] });
    expect(readUnrouted(app, [])).toEqual(['/files', '/health', '/images', '/queues', 'static files']);
  });
});
