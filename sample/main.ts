import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { configure } from './configure.js';

const app = await NestFactory.create(AppModule);
configure(app);
const builder = new DocumentBuilder().setTitle('sample-api').setVersion('1.0.0');
// Where `Try it out` of the page sends requests: the gateway, such as `apigen serve`. Otherwise this application.
const { API_URL } = process.env;
const config = (API_URL === undefined ? builder : builder.addServer(API_URL)).build();
SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config), {
  jsonDocumentUrl: 'docs-json',
});
await app.listen(Number(process.env['PORT'] ?? 3000));
