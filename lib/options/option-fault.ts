/** An option that could not be read, as a value. A rule reports it. */
export interface OptionFault {
  readonly code: 'unknown-option' | 'invalid-option' | 'conflicting-options' | 'invalid-deploy-value';
  readonly at: FaultPlace;
  readonly message: string;
  readonly fix: string;
}

/** A handler, a class, or (empty) the module's options. */
export interface FaultPlace {
  readonly controller?: string;
  readonly handler?: string;
}
