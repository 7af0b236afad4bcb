import { Controller, Get, VersioningType } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { testRule } from '../support/test-rule.js';

/** A class as any provider: a preview builds none. */
@Controller('settings')
class SettingsController {
  readonly prefix = 'v1';
  readonly origins = ['https://app.example.com'];

  @Get()
  read(): string {
    return process.env['PREFIX'] ?? 'v1';
  }

  canActivate(): boolean {
    return true;
  }
}

testRule('unbuilt-provider', [
  {
    name: 'is silent where only methods that need no value run, and where an instance is only passed on',
    controllers: [SettingsController],
    configure: (app) => {
      app.get(Reflector).get('roles', SettingsController);
      app.setGlobalPrefix(app.get(SettingsController).read());
      app.useGlobalGuards(app.get(SettingsController));
    },
    reports: [],
  },
  {
    name: 'reports a value of a provider',
    controllers: [SettingsController],
    configure: (app) => app.setGlobalPrefix(app.get(SettingsController).prefix),
    reports: [
      ['unbuilt-provider warning at module', 'SettingsController.prefix', 'process.env', '--no-preview'],
    ],
  },
  {
    name: 'reports each value once',
    controllers: [SettingsController],
    configure: (app) => {
      const { prefix, origins } = app.get(SettingsController);
      app.setGlobalPrefix(prefix ?? app.get(SettingsController).prefix ?? '');
      app.enableVersioning({ type: VersioningType.URI });
      if (origins) app.enableCors({ origin: origins });
    },
    reports: [
      [
        'unbuilt-provider warning at module',
        '`SettingsController.prefix` and `SettingsController.origins`',
        'have no values',
      ],
    ],
  },
]);
