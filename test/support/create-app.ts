import { Module, type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory, type AbstractHttpAdapter } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, type SwaggerDocumentOptions } from '@nestjs/swagger';
import { AwsGatewayModule, type AwsGatewayDocuments, type AwsGatewayOptions } from 'nestjs-aws-gateway';
import { readApplication } from '../../lib/nest/read-application.js';
import { watchRegistrations } from '../../lib/nest/routes/read-unrouted.js';
import { watchCors } from '../../lib/nest/watch-cors.js';
import { watchLookups } from '../../lib/nest/watch-lookups.js';
import { compileAll, type CompiledAll } from './compile-all.js';

export interface TestApp {
  /** What `main.ts` would call: a prefix, versioning and the like. */
  readonly configure?: (app: INestApplication) => void;
  readonly adapter?: AbstractHttpAdapter;
  /** `false` builds every provider, as a served application does. @default true */
  readonly preview?: boolean;
  /** @default title `Test`, version `1.0` */
  readonly config?: Omit<OpenAPIObject, 'paths'>;
  readonly swagger?: SwaggerDocumentOptions;
}

export const CONFIG: Omit<OpenAPIObject, 'paths'> = new DocumentBuilder()
  .setTitle('Test')
  .setVersion('1.0')
  .build();

/** A module of the given controllers alone, for tests that need no more. */
export function moduleOf(
  controllers: readonly Type[],
  imports: readonly (Type | DynamicModule)[] = [],
): Type {
  @Module({ controllers: [...controllers], imports: [...imports] })
  class TestModule {}
  return TestModule;
}

/** An application as `apigen` creates it: no provider is built and no port is opened. */
export async function createApp(
  module: Type,
  { configure, adapter, preview = true }: TestApp = {},
): Promise<INestApplication> {
  const options = { preview, logger: false } as const;
  const app = adapter
    ? await NestFactory.create(module, adapter, options)
    : await NestFactory.create(module, options);
  watchCors(app);
  watchRegistrations(app);
  if (preview) watchLookups(app);
  configure?.(app);
  return app;
}

/** Both documents and the diagnostics of a module that imports `AwsGatewayModule`. */
export async function createDocuments(module: Type, given: TestApp = {}): Promise<AwsGatewayDocuments> {
  const app = await createApp(module, given);
  return AwsGatewayModule.createDocuments(app, given.config ?? CONFIG, given.swagger);
}

/** The pure middle over real decorated controllers. */
export async function compileControllers(
  controllers: readonly Type[],
  options: AwsGatewayOptions = {},
  given: TestApp = {},
): Promise<CompiledAll> {
  // The module is imported where Nest's document depends on it.
  const imports = options?.transformDocument ? [AwsGatewayModule.forRoot(options)] : [];
  const app = await createApp(moduleOf(controllers, imports), given);
  return compileAll(readApplication(app, given.config ?? CONFIG, given.swagger), options);
}
