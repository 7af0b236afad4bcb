import { VersioningType, type INestApplication } from '@nestjs/common';
import { DocumentBuilder } from '@nestjs/swagger';

export const info = new DocumentBuilder().setTitle('example-container').setVersion('1.0.0').build();

/** What main.ts and apigen.ts both do: where the routes are. */
export function configure(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: ['health'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}
