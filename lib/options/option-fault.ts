/** An option that cannot be read. A rule reports it. */
export interface OptionFault {
  readonly code: 'unknown-option' | 'invalid-option' | 'conflicting-options' | 'invalid-deploy-value';
  readonly at: FaultPlace;
  readonly message: string;
  readonly fix: string;
}

/** Options or decorators of which not all can apply. */
export function conflict(at: FaultPlace, message: string, fix: string): OptionFault {
  return { code: 'conflicting-options', at, message, fix };
}

/** A handler, a class, or (empty) the options of the module. */
export interface FaultPlace {
  readonly controller?: string;
  readonly handler?: string;
}
