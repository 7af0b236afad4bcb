/** The options of the command, as commander parses them. */
export interface RawArguments {
  readonly title?: string;
  readonly description?: string;
  /** `true`: the option has no text and prints the version of apigen. */
  readonly version?: string | true;
  readonly outPublic?: string;
  readonly outPrivate?: string;
  readonly outIam?: string;
  readonly outPlaceholders?: string;
  readonly outTerraform?: string;
  readonly gateway?: string;
  readonly inlineIntegrations?: true;
  readonly dialect?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
  readonly strict?: boolean;
  readonly format?: string;
  readonly private?: boolean;
  readonly preview?: boolean;
  readonly list?: boolean;
  readonly verbose?: boolean;
  readonly template?: string;
  readonly var?: readonly string[];
  readonly stackTrace?: boolean;
}
