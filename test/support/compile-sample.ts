import { NestFactory } from '@nestjs/core';
import { DocumentBuilder } from '@nestjs/swagger';
import { readApplication } from '../../lib/nest/read-application.js';
import { readOptions } from '../../lib/nest/read-options.js';
import type { DeployTree } from '../../lib/values/deploy-tree.js';
import { AppModule } from '../../sample/app.module.js';
import { configure } from '../../sample/configure.js';
import { DOCUMENT_OPTIONS } from './build-sample.js';
import { compileAll } from './compile-all.js';

/** The sample's private document as the application means it, from the library's source and without any file. */
export async function compileSample(): Promise<DeployTree> {
  const app = await NestFactory.create(AppModule, { preview: true, logger: false });
  configure(app);
  const [, title, , version, , description] = DOCUMENT_OPTIONS;
  const config = new DocumentBuilder()
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .build();
  return compileAll(readApplication(app, config), readOptions(app)!).privateDocument;
}
