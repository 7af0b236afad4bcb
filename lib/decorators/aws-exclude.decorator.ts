import { recordDeclaration } from './decorator-metadata.js';

export interface AwsExcludeOptions {
  /** Keep the route in the public document, because something else serves it. @default false */
  readonly keepInPublic?: boolean;
}

/**
 * API Gateway does not serve the route: it is in neither document.
 *
 * @example
 * ```ts
 * @Get('metrics')
 * @AwsExclude()
 * metrics(): string { return ''; }
 * ```
 * @publicApi
 */
export function AwsExclude(options: AwsExcludeOptions = {}): ClassDecorator & MethodDecorator {
  return recordDeclaration('exclude', 'AwsExclude', [options]);
}
