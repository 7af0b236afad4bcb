import { formatDeployValue } from '../../values/deploy-value.js';
import type { LambdaFunction } from './lambda-function.js';

/** The ARN or the invocation URI of a function, as its author wrote it. */
export function formatFunction(called: LambdaFunction): string {
  return formatDeployValue('functionArn' in called ? called.functionArn : called.invokeArn);
}
