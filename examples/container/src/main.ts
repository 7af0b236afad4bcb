import { NestFactory } from '@nestjs/core';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { configure, info } from './configure.js';

const app = await NestFactory.create(AppModule);
configure(app);
SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, info));
await app.listen(process.env.PORT ?? 3000);
