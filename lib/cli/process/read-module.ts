import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject } from '@nestjs/swagger';
import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { AppSource } from '../../model/app-source.js';
import { previewEverything } from '../../nest/preview-everything.js';
import { readApplication } from '../../nest/read-application.js';
import { readOptions } from '../../nest/read-options.js';
import { watchCors } from '../../nest/watch-cors.js';
import type { ApigenModule, ApigenOptions } from './apigen-options.js';
import { CannotRun } from './cannot-run.js';
import { createStderrLogger } from './stderr-logger.js';

export interface ReadModule {
  readonly source: AppSource;
  readonly options: AwsGatewayOptions;
}

/** What the command line says about reading an application. */
export interface ReadSettings {
  /** Members of the document's `info`, over those of the application. */
  readonly info: { readonly title?: string; readonly description?: string; readonly version?: string };
  /** Whether providers are left out, as Nest's preview mode does. */
  readonly preview: boolean;
}

/** Creates the application, reads it and closes it. It never listens. */
export async function readModule(
  module: ApigenModule,
  options: ApigenOptions,
  { info, preview }: ReadSettings,
  writeErr: (text: string) => void,
): Promise<ReadModule> {
  const app = await step('the application does not start', () =>
    createApplication(module, options, preview, writeErr),
  );
  try {
    watchCors(app);
    await step('`configure` failed', () => options.configure?.(app));
    const gateway = readOptions(app);
    if (gateway === undefined) {
      throw new CannotRun(
        'the application does not import AwsGatewayModule: add `AwsGatewayModule.forRoot()` to the imports of its root module',
      );
    }
    const config = await step('`document` failed', () => buildConfig(options.document, info));
    const source = await step('Nest cannot describe the application', () =>
      readApplication(app, config, options.swagger),
    );
    return { source, options: gateway };
  } finally {
    await app.close().catch((error: unknown) => {
      writeErr(`the application did not close: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  }
}

function createApplication(
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
  const httpAdapter = typeof adapter === 'function' ? adapter() : adapter;
  const create = (): Promise<INestApplication> =>
    httpAdapter ? NestFactory.create(module, httpAdapter, settings) : NestFactory.create(module, settings);
  return preview ? previewEverything(create) : create();
}

function buildConfig(
  document: ApigenOptions['document'],
  info: ReadSettings['info'],
): Omit<OpenAPIObject, 'paths'> {
  const base =
    typeof document === 'object'
      ? document
      : (document ?? ((builder: DocumentBuilder) => builder))(new DocumentBuilder()).build();
  return { ...base, info: { ...base.info, ...info } };
}

/** Runs what is the application's own and says what it was when it throws. */
async function step<Result>(name: string, action: () => Result): Promise<Awaited<Result>> {
  try {
    return await action();
  } catch (error) {
    throw new CannotRun(name, { cause: error });
  }
}
