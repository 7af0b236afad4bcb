import type { DiagnosticCode } from '../diagnostics/diagnostic-code.js';
import { recordDeclaration } from './decorator-metadata.js';

/**
 * Ignores a diagnostic at this handler, or at every handler of this class. Repeat it for several codes. A problem that
 * API Gateway rejects cannot be ignored. An ignore without a diagnostic is reported.
 *
 * @param code the diagnostic's code, such as `timeout-over-limit`
 * @param reason why it is not a problem here, for the next reader
 * @example
 * ```ts
 * @Get('report')
 * @AwsLambda({ functionArn: '${report_function_arn}', timeout: 60_000 })
 * @AwsIgnore('timeout-over-limit', 'the quota of this account was raised to 120 s')
 * report(): void {}
 * ```
 * @publicApi
 */
export function AwsIgnore(code: DiagnosticCode, reason: string): ClassDecorator & MethodDecorator {
  return recordDeclaration('ignore', 'AwsIgnore', [code, reason]);
}
