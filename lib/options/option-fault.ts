/** An option that cannot be read. A rule reports it. */
export interface OptionFault {
  readonly code: 'unknown-option' | 'invalid-option' | 'conflicting-options' | 'invalid-deploy-value';
  readonly at: FaultPlace;
  readonly message: string;
  readonly fix: string;
}

/** A handler, a class, or (empty) the options of the module. */
export interface FaultPlace {
  readonly controller?: string;
  readonly handler?: string;
}
