import { VersioningType, type INestApplication } from '@nestjs/common';

/** What the served application and the exported documents have in common: where the routes are, and who answers CORS. */
export function configure(app: INestApplication): void {
  // API Gateway answers the preflights. A proxied backend answers the headers of its own responses.
  app.enableCors({ origin: process.env['APP_ORIGIN'] ?? 'http://localhost:5173' });
  app.setGlobalPrefix('api', { exclude: ['health', 'health/metrics'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}
