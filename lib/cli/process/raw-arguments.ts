/** The command's options as commander hands them over. */
export interface RawArguments {
  readonly title?: string;
  readonly description?: string;
  /** `true`: given without a text, which asks for the version of the tool. */
  readonly version?: string | true;
  readonly outPublic?: string;
  readonly outPrivate?: string;
  readonly outIam?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly strict?: boolean;
  readonly format?: string;
  readonly preview?: boolean;
  readonly list?: boolean;
  readonly template?: string;
  readonly var?: readonly string[];
  readonly stackTrace?: boolean;
}
