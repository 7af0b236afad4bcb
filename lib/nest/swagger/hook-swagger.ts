import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject, type SwaggerDocumentOptions } from '@nestjs/swagger';

export type CreateDocument = (
  app: INestApplication,
  config: Omit<OpenAPIObject, 'paths'>,
  options?: SwaggerDocumentOptions,
) => OpenAPIObject;

/** Marks the hook and holds what it wraps; a string, so that two copies of the package see each other's. */
const ORIGINAL = 'nestjs-aws-gateway:createDocument';

type Hooked = CreateDocument & { [ORIGINAL]?: CreateDocument };

/** Nest's own `SwaggerModule.createDocument`, hooked or not. */
export function originalCreateDocument(): CreateDocument {
  const current: Hooked = SwaggerModule.createDocument;
  const original = current[ORIGINAL] ?? current;
  return (app, config, options) => original.call(SwaggerModule, app, config, options);
}

/**
 * Wraps `SwaggerModule.createDocument` once per process. `create` may answer for an application; where it answers
 * nothing, the original does.
 */
export function hookSwagger(
  create: (...args: Parameters<CreateDocument>) => OpenAPIObject | undefined,
): void {
  const original: Hooked = SwaggerModule.createDocument;
  if (original[ORIGINAL]) return;
  const hooked: Hooked = (...args) => create(...args) ?? original.apply(SwaggerModule, args);
  hooked[ORIGINAL] = original;
  SwaggerModule.createDocument = hooked;
}
