/** An `info` fails nothing, not even with `--strict`. */
export type Severity = 'error' | 'warning' | 'info';

/** Where a fault stands. Without a handler it is the class, without a controller the module's options. */
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
  /** An option of the command line, as given; the fault is then in no class. */
  readonly option?: string;
  /** A file that the command writes, as it was named. */
  readonly file?: string;
  /** Of the file, counted from 1. */
  readonly line?: number;
}

/** A fault, as a value. */
export interface Diagnostic {
  /** Stable, in kebab-case; a heading in docs/diagnostics.md. */
  readonly code: string;
  /** An error fails the command, a warning only with `--strict`. */
  readonly severity: Severity;
  /** Where it was found. */
  readonly at: DiagnosticPlace;
  /** What is wrong, with the value found. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where the code is explained, with an example: a section of a page in this package. */
  readonly docs: string;
}

/** A fault that `@AwsIgnore`, or the module's `ignore`, keeps silent. */
export interface SilencedDiagnostic extends Diagnostic {
  /** Why, in the words of the application. */
  readonly reason: string;
}

export function docsOf(code: string): string {
  return `nestjs-aws-gateway/docs/diagnostics.md#${code}`;
}
