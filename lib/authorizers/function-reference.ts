/** `functionArn` is wrapped into the invocation URI, `invokeArn` is taken as it is; exactly one of them. */
export type FunctionReference =
  | {
      /** ARN of the function. It is wrapped into the invocation URI. */
      readonly functionArn: string;
      readonly invokeArn?: never;
    }
  | {
      /** Invocation URI of the function, taken as it is: Terraform's `invoke_arn`. */
      readonly invokeArn: string;
      readonly functionArn?: never;
    };
