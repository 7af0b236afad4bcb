/** The command's options as commander hands them over. */
export interface RawArguments {
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  readonly outPublic?: string;
  readonly outPrivate?: string;
  readonly outIam?: string;
  readonly check?: boolean;
  readonly strict?: boolean;
  readonly format?: string;
  readonly preview?: boolean;
  readonly list?: boolean;
  readonly template?: string;
  readonly var?: readonly string[];
  readonly stackTrace?: boolean;
}
