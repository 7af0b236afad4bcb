import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import type { DocumentBuilder, OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';

/** The application's root module. */
export type ApigenModule = Type<unknown> | DynamicModule;

/** What the application's `main.ts` does to its application and its document, so that `apigen` does the same. */
export interface ApigenOptions {
  /**
   * What both documents start from: the object that a `DocumentBuilder` built, or a function that fills a new one.
   * `--title`, `--description` and `--version` win over it. @default an empty `DocumentBuilder`
   */
  readonly document?: Omit<OpenAPIObject, 'paths'> | ((builder: DocumentBuilder) => DocumentBuilder);
  /** The third argument of `SwaggerModule.createDocument`. Absent: none. */
  readonly swagger?: SwaggerDocumentOptions;
  /**
   * Sets the application up before it is read: `app.setGlobalPrefix('v1')`, `app.enableVersioning()`. A promise is
   * waited for. The application runs in preview mode, so there is no provider to get from it.
   */
  configure?(app: INestApplication): unknown;
  /** The arguments of the command: `['--list']`. @default those of the process, behind the entry file */
  readonly argv?: readonly string[];
  /** A Nest HTTP adapter, or a function that makes one: `new FastifyAdapter()`. Absent: Express. */
  readonly adapter?: AbstractHttpAdapter | (() => AbstractHttpAdapter);
}
