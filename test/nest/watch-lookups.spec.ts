import { Injectable, Module } from '@nestjs/common';
import { expect, it } from '@jest/globals';
import { readLookups, watchLookups } from '../../lib/nest/watch-lookups.js';
import { createApp } from '../support/create-app.js';

@Injectable()
class ConfigService {
  readonly port = 3000;

  read(): string {
    return 'fixed';
  }
}

@Module({
  providers: [
    ConfigService,
    { provide: 'factory', useFactory: () => ({ port: 1 }) },
    { provide: 'value', useValue: { port: 2 } },
  ],
})
class AppModule {}

it.each([
  [true, ['ConfigService', 'factory']],
  [false, []],
])('names the providers that a preview does not build, preview: %s', async (preview, expected) => {
  const app = await createApp(AppModule, { preview });
  const missing = watchLookups(app);
  app.get(ConfigService);
  expect(app.get<unknown>('value')).toEqual({ port: 2 });
  app.get<unknown>('factory');
  expect(missing).toEqual(expected);
});

it('knows what is read of a provider that was not built, and no method of it', async () => {
  const app = await createApp(AppModule);
  watchLookups(app);
  const config = app.get(ConfigService);
  expect(config).toBeInstanceOf(ConfigService);
  expect(readLookups(app)).toEqual([]);
  expect(await Promise.resolve(config)).toBe(config);
  expect([config.port, config.port, config.read()]).toEqual([undefined, undefined, 'fixed']);
  app.get<unknown>('factory');
  expect(readLookups(app)).toEqual(['ConfigService.port', 'factory']);
  const lookups = watchLookups(app);
  expect(app.select(AppModule).get(ConfigService).port).toBeUndefined();
  expect((await app.resolve(ConfigService)).port).toBeUndefined();
  expect([lookups, readLookups(app)]).toEqual([['ConfigService', 'ConfigService'], ['ConfigService.port']]);
});
