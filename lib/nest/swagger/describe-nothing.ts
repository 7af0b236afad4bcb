import { Logger } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * A document without operations, for an application whose public document cannot be made: it keeps running, and shows
 * nothing that it excludes.
 */
export function describeNothing(document: OpenAPIObject, error: unknown): OpenAPIObject {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  new Logger('AwsGatewayModule').error(`The public document cannot be made, so it is empty: ${reason}`);
  return { ...document, paths: {}, components: {} };
}
