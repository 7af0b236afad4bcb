import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import type { DocumentBuilder, OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import type { ServeOptions } from './serve-options.js';

/** The root module of the application. */
export type ApigenModule = Type<unknown> | DynamicModule;

/** What `main.ts` does to the application and its document, so that `apigen` does the same. */
export interface ApigenOptions {
  /**
   * The start of both documents: the result of a `DocumentBuilder`, or a function that fills a new one. `--title`,
   * `--description` and `--version` win over it. @default an empty `DocumentBuilder`
   */
  readonly document?: Omit<OpenAPIObject, 'paths'> | ((builder: DocumentBuilder) => DocumentBuilder);
  /** The third argument of `SwaggerModule.createDocument`. Absent: none. */
  readonly swagger?: SwaggerDocumentOptions;
  /**
   * Configures the application before it is read: `app.setGlobalPrefix('v1')`, `app.enableVersioning()`. It may return a
   * promise. The application runs in preview mode, so it has no providers.
   */
  configure?(app: INestApplication): unknown;
  /** The arguments of the command: `['--list']`. @default the arguments of the process after the entry file */
  readonly argv?: readonly string[];
  /** An HTTP adapter of NestJS, or a function that creates one: `new FastifyAdapter()`. Absent: Express, or Fastify where only that is installed. */
  readonly adapter?: AbstractHttpAdapter | (() => AbstractHttpAdapter);
  /** Functions, keys and callers for `apigen serve`. Absent: what needs them returns 501. */
  readonly serve?: ServeOptions;
}
