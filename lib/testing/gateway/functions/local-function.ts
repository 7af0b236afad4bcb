/**
 * A Lambda function that runs in this process. Its parameters are what the function declares: its own event, the
 * context of Lambda, and a callback in the old style.
 */
export type LocalFunction = (event: never, context: never, callback: never) => unknown;

/** Functions that routes and authorizers call. */
export interface FunctionSettings {
  /**
   * Functions by the name of the placeholder that stands for their ARN, by their name, or by their ARN: a function of this
   * process, or the URL of a Lambda runtime interface, such as `http://127.0.0.1:9000`.
   */
  readonly functions?: Readonly<Record<string, LocalFunction | string>>;
}

/** The context object of Lambda. */
export interface FunctionContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  callbackWaitsForEmptyEventLoop: boolean;
  getRemainingTimeInMillis(): number;
  done(error?: unknown, result?: unknown): void;
  fail(error: unknown): void;
  succeed(result: unknown): void;
}
