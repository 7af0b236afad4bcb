import type { AwsJsonValue, AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

export type AwsStepFunctionsOptions =
  | (AwsServiceCommonOptions & {
      /** `StartSyncExecution` is for Express workflows and answers their output. */
      readonly action: 'StartExecution' | 'StartSyncExecution';
      /** ARN of the state machine. */
      readonly stateMachineArn: string;
      /** The input, as JSON. @default fromBody() where the route has a body, otherwise `{}` */
      readonly input?: AwsJsonValue;
      /** Name of the execution; for a Standard workflow not used within 90 days. Absent: Step Functions chooses. */
      readonly name?: AwsValue;
    })
  | (AwsServiceCommonOptions & {
      /** Reads or stops an execution of a Standard workflow. */
      readonly action: 'DescribeExecution' | 'StopExecution';
      /** ARN of the state machine. */
      readonly stateMachineArn: string;
      /** Name of the execution, the last part of its ARN. */
      readonly name: AwsValue;
      /** Why it is stopped; only for `StopExecution`. Absent: no reason. */
      readonly cause?: AwsValue;
      /** Code of the error; only for `StopExecution`. Absent: none. */
      readonly error?: AwsValue;
    });

/**
 * A Step Functions workflow answers the route.
 *
 * @example
 * ```ts
 * @Post('orders')
 * @AwsStepFunctions({ action: 'StartSyncExecution', stateMachineArn: '${workflow_arn}', input: fromBody() })
 * order(@Body() order: OrderDto): ReceiptDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
 * @publicApi
 */
export function AwsStepFunctions(options: AwsStepFunctionsOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsStepFunctions', [options]);
}
