export type Severity = 'error' | 'warning';

/** Where a fault stands. Without a handler it is the class, without a controller the module's options. */
export interface DiagnosticPlace {
  readonly controller?: string;
  readonly handler?: string;
  /** Upper-case verb, or `ANY`. */
  readonly method?: string;
  readonly path?: string;
  /** An option of the command line, as given; the fault is then in no class. */
  readonly option?: string;
}

/** A fault, as a value. */
export interface Diagnostic {
  /** Stable, in kebab-case; a heading in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: DiagnosticPlace;
  /** What is wrong, with the value found. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}
