import type { INestApplication, Type } from '@nestjs/common';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import type { NestRoute, NestRoutes } from '../routes/read-routes.js';
import type { CreateDocument } from './hook-swagger.js';
import type { HandlerMetadata } from './view-application.js';

/** What a document is made of, and of which routes. */
export interface DocumentRequest {
  readonly app: INestApplication;
  readonly config: Omit<OpenAPIObject, 'paths'>;
  readonly options: SwaggerDocumentOptions;
  readonly create: CreateDocument;
  /** The module's own `transformDocument`. */
  readonly transform: (document: OpenAPIObject) => OpenAPIObject;
  readonly readablePaths: NestRoutes['readablePaths'];
  readonly routes: readonly NestRoute[];
  /** What Nest sees of handlers and controllers instead of what they are. */
  readonly handler?: (controller: Type, name: string) => HandlerMetadata | undefined;
  readonly controller?: HandlerMetadata;
  readonly omits?: (controller: Type) => boolean;
  /** Whether an operation that the application's `transformDocument` removes stays. */
  readonly keepsLost?: boolean;
}
