import type { DeployValue } from '../../values/deploy-value.js';

/** A Lambda function, by its ARN or by the invocation URI as it stands. */
export type LambdaFunction = { readonly functionArn: DeployValue } | { readonly invokeArn: DeployValue };
