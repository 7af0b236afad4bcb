import { NestFactory } from '@nestjs/core';
import { DocumentBuilder } from '@nestjs/swagger';
import { AwsGatewayModule } from '../../lib/index.js';
import { ServiceApp } from './service-app.js';

/** The private document of `service-app.ts`, which has no diagnostics. */
export async function createServiceDocument(): Promise<object> {
  const app = await NestFactory.create(ServiceApp, { preview: true, logger: false });
  const config = new DocumentBuilder().setTitle('Services').setVersion('1').build();
  const { privateDocument, diagnostics } = AwsGatewayModule.createDocuments(app, config);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return privateDocument;
}
