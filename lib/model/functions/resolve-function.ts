import { parseDeployValue } from '../../values/deploy-value.js';
import type { LambdaFunction } from './lambda-function.js';

/** The function of an integration or an authorizer. */
export function resolveFunction(options: {
  readonly functionArn?: string;
  readonly invokeArn?: string;
}): LambdaFunction {
  return options.functionArn === undefined
    ? { invokeArn: parseDeployValue(options.invokeArn!) }
    : { functionArn: parseDeployValue(options.functionArn) };
}
