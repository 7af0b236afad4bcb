import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { expect, it } from '@jest/globals';
import { readUnrouted } from '../../../lib/nest/routes/read-unrouted.js';
import { createApp, moduleOf } from '../../support/create-app.js';

@Module({})
class GraphQLModule {}

class Sockets {}
Reflect.defineMetadata('websockets:is_gateway', true, Sockets);

@Module({ providers: [Sockets] })
class SocketsModule {}

it('names modules that serve requests, sockets and static files', async () => {
  const app = await createApp(moduleOf([], [GraphQLModule, SocketsModule]), {
    configure: (created) => void (created as NestExpressApplication).useStaticAssets('public'),
  });
  expect(readUnrouted(app, [])).toEqual(['GraphQL', 'sockets', 'static files']);
});

it('names nothing of an application of controllers', async () => {
  expect(readUnrouted(await createApp(moduleOf([])), [])).toEqual([]);
});
