/** An `info` fails nothing, not even with `--strict`. */
export type Severity = 'error' | 'warning' | 'info';

/** The place of a diagnostic. Without a handler it is the class, without a controller the options of the module. */
export interface DiagnosticPlace {
  /** Name of the controller class. Absent: the module's options. */
  readonly controller?: string;
  /** Name of the method. Absent: the whole class. */
  readonly handler?: string;
  /** Upper-case verb, or `ANY`. */
  readonly method?: string;
  /** Path in API Gateway's syntax. Absent: every route of the handler. */
  readonly path?: string;
  /** A member of a DTO (`UserDto.address.city`) or of a document (`info.description`). */
  readonly member?: string;
  /** An option of the command line. The diagnostic is then not in a class. */
  readonly option?: string;
  /** The address of a Terraform resource: `aws_api_gateway_rest_api.this`. The diagnostic is then not in a class. */
  readonly address?: string;
  /**
   * The source file of the decorator, relative to the working directory; or a file that the command writes, as on the
   * command line, or one of a Terraform configuration. Only `apigen` knows it. Absent: it is not known.
   */
  readonly file?: string;
  /** Of the file, counted from 1. */
  readonly line?: number;
  /** Of the line, counted from 1. */
  readonly column?: number;
}

/** An error or a warning. */
export interface Diagnostic {
  /** Stable, in kebab-case; a heading in docs/diagnostics.md. */
  readonly code: string;
  /** An error fails the command, a warning only with `--strict`. */
  readonly severity: Severity;
  /** Where it was found. */
  readonly at: DiagnosticPlace;
  /** What was found, with the value in backticks. */
  readonly message: string;
  /** What to do: an imperative with the code to write. */
  readonly fix: string;
  /** The section of a page in this package that explains the code with an example. */
  readonly docs: string;
}

/** A diagnostic that `@AwsIgnore` or `forRoot({ ignore })` ignores. */
export interface SilencedDiagnostic extends Diagnostic {
  /** The reason that the application gives. */
  readonly reason: string;
}

export function docsOf(code: string): string {
  return `nestjs-aws-gateway/docs/diagnostics.md#${code}`;
}
