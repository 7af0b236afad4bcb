import { configure as createHandler } from '@codegenie/serverless-express';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { configure } from './configure.js';

const app = await NestFactory.create(AppModule);
configure(app);
await app.init();

/** The handler of the Lambda function: `lambda.handler`. */
export const handler = createHandler({ app: app.getHttpAdapter().getInstance() });
