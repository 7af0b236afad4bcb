import { VersioningType, type INestApplication } from '@nestjs/common';

/** What the served application and the exported documents have in common: where the routes are. */
export function configure(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: ['health', 'health/metrics'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}
