import { recordDeclaration } from './decorator-metadata.js';

export interface AwsLoggingOptions {
  /**
   * What the execution log in CloudWatch has: nothing, errors, or every step of every request. Other than `OFF` needs the
   * CloudWatch role of the account. Absent: as the generated module has it, `ERROR`.
   */
  readonly level?: 'OFF' | 'ERROR' | 'INFO';
  /** Whether CloudWatch has metrics of the route, which cost money. Absent: it has. */
  readonly metrics?: boolean;
  /**
   * Whether the execution log has whole requests and answers, with everything personal and secret in them. Not for
   * production. @default false
   */
  readonly dataTrace?: boolean;
}

/**
 * What CloudWatch gets of each route. The stage carries it, not the document: `apigen --out-terraform` writes it.
 *
 * @example
 * ```ts
 * @Get('health')
 * @AwsLogging({ level: 'OFF', metrics: false })
 * getHealth(): string { return 'ok'; }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 * @publicApi
 */
export function AwsLogging(options: AwsLoggingOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('logging', 'AwsLogging', [options]);
}
