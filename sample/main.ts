import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { configure } from './configure.js';

const app = await NestFactory.create(AppModule);
configure(app);
const config = new DocumentBuilder().setTitle('sample-api').setVersion('1.0.0').build();
SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config), {
  jsonDocumentUrl: 'docs-json',
});
await app.listen(Number(process.env['PORT'] ?? 3000));
