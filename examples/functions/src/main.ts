import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';

// Serves the public documentation. The handlers run in Lambda functions, not here.
const app = await NestFactory.create(AppModule);
const info = new DocumentBuilder().setTitle('example-functions').build();
SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, info));
await app.listen(process.env.PORT ?? 3000);
