import type { Json } from './json.js';

/** Takes a violation: the rule, and the place where it is broken. */
export type Report = (rule: string, place: string) => void;

/** Where an operation stands in its document. */
export interface OperationPlace {
  readonly document: Json;
  readonly path: string;
  readonly place: string;
  readonly schemes: Json;
  readonly preflight: boolean;
}
