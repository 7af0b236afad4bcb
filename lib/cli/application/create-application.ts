import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { previewEverything } from '../../nest/preview-everything.js';
import type { ApigenModule, ApigenOptions } from './apigen-options.js';
import { exploreModelsOnce } from './explore-models-once.js';
import { findAdapter, listBases } from './find-adapter.js';
import { createStderrLogger } from './stderr-logger.js';

/** Creates the application, without its providers in a preview. It is neither configured nor started. */
export async function createApplication(
  module: ApigenModule,
  { adapter }: ApigenOptions,
  preview: boolean,
  writeErr: (text: string) => void,
): Promise<INestApplication> {
  if (!module) {
    throw new Error(
      '`runApigen` got no module: it is undefined where it is imported, often by a circular import',
    );
  }
  const settings = { preview, abortOnError: false, logger: createStderrLogger(writeErr) };
  const bases = listBases();
  const httpAdapter =
    (typeof adapter === 'function' ? adapter() : adapter) ?? (await findAdapter(bases, preview));
  await exploreModelsOnce(bases);
  const create = (): Promise<INestApplication> =>
    httpAdapter ? NestFactory.create(module, httpAdapter, settings) : NestFactory.create(module, settings);
  return preview ? previewEverything(create) : create();
}
