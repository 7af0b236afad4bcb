import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject } from '@nestjs/swagger';
import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { AppSource } from '../../model/app-source.js';
import { readApplication } from '../../nest/read-application.js';
import { readOptions } from '../../nest/read-options.js';
import { watchRegistrations } from '../../nest/routes/read-unrouted.js';
import { watchCors } from '../../nest/watch-cors.js';
import { watchLookups } from '../../nest/watch-lookups.js';
import type { ApigenModule, ApigenOptions } from './apigen-options.js';
import { CannotRun } from '../process/cannot-run.js';
import { createApplication } from './create-application.js';
import { runStep } from './run-step.js';
import { joinWords } from '../../options/join-words.js';

export interface ReadModule {
  readonly source: AppSource;
  readonly options: AwsGatewayOptions;
}

/** The arguments for reading an application. */
export interface ReadSettings {
  /** Members of `info` of the document. They win over those of the application. */
  readonly info: { readonly title?: string; readonly description?: string; readonly version?: string };
  /** Whether providers are left out, as in the preview mode of NestJS. */
  readonly preview: boolean;
}

/** Creates the application, reads it and closes it. It never listens. */
export async function readModule(
  module: ApigenModule,
  options: ApigenOptions,
  settings: ReadSettings,
  writeErr: (text: string) => void,
): Promise<ReadModule> {
  const { app, ...read } = await openModule(module, options, settings, writeErr);
  await closeApplication(app, writeErr);
  return read;
}

/** Creates the application, configures it and reads it. It does not listen yet, and it is closed only if this fails. */
export async function openModule(
  module: ApigenModule,
  options: ApigenOptions,
  { info, preview }: ReadSettings,
  writeErr: (text: string) => void,
): Promise<ReadModule & { readonly app: INestApplication }> {
  const app = await runStep(
    { failure: 'the application does not start', waitsFor: 'the application to start' },
    () => createApplication(module, options, preview, writeErr),
    writeErr,
  );
  try {
    watchCors(app);
    watchRegistrations(app);
    const missing = preview ? watchLookups(app) : [];
    await runStep(
      {
        get failure() {
          return describeConfigure(missing);
        },
        waitsFor: '`configure`',
      },
      () => options.configure?.(app),
      writeErr,
    );
    const gateway = readOptions(app);
    if (gateway === undefined) {
      throw new CannotRun(
        'the application does not import `AwsGatewayModule`: add `AwsGatewayModule.forRoot()` to `imports` of the root module',
      );
    }
    const config = await runStep(
      { failure: '`document` failed', waitsFor: '`document`' },
      () => buildConfig(options.document, info),
      writeErr,
    );
    const source = await runStep(
      { failure: 'NestJS cannot document the application', waitsFor: 'NestJS to document the application' },
      () => readApplication(app, config, options.swagger),
      writeErr,
    );
    return { source, options: gateway, app };
  } catch (thrown) {
    await closeApplication(app, writeErr);
    throw thrown;
  }
}

async function closeApplication(app: INestApplication, writeErr: (text: string) => void): Promise<void> {
  await app.close().catch((error: unknown) => {
    writeErr(`the application did not close: ${error instanceof Error ? error.message : String(error)}\n`);
  });
}

/** Most often `configure` reads a provider that a preview does not build. */
function describeConfigure(missing: readonly string[]): string {
  const names = joinWords([...new Set(missing)].map((name) => `\`${name}\``));
  return names === ''
    ? '`configure` failed'
    : `\`configure\` failed after it asked for ${names}, which the preview does not build: read \`process.env\` there, leave in \`main.ts\` what does not concern routes, or run with \`--no-preview\``;
}

function buildConfig(
  document: ApigenOptions['document'],
  info: ReadSettings['info'],
): Omit<OpenAPIObject, 'paths'> {
  const base =
    typeof document === 'object'
      ? document
      : (document ?? ((builder: DocumentBuilder) => builder))(new DocumentBuilder()).build();
  const named = { ...base.info, ...info };
  return { ...base, info: { ...named, title: named.title || readPackageName() } };
}

/** API Gateway takes the title as the name of the API: an empty one helps nobody. */
function readPackageName(): string {
  try {
    const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly name?: unknown };
    return typeof name === 'string' && name !== '' ? name : UNNAMED;
  } catch {
    return UNNAMED;
  }
}

const UNNAMED = 'api';
