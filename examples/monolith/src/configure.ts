import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder } from '@nestjs/swagger';

export const origins = ['https://shop.example.com', 'https://admin.example.com'];

export const info = new DocumentBuilder().setTitle('example-monolith').setVersion('1.0.0').build();

/** What main.ts, lambda.ts and apigen.ts all do: where the routes are, and who answers CORS. */
export function configure(app: INestApplication): void {
  app.setGlobalPrefix('api');
  app.enableCors({ origin: origins });
}
