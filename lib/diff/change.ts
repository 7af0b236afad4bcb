import type { ChangeKind, ChangeSubject, Risk } from './change-kinds.js';

/** A route, or all routes of a path, or the whole API. */
export interface ChangePlace {
  /** Upper-case verb, or `ANY`. Absent: every route of the path. */
  readonly method?: string;
  /** As in the current document; as in the base if the route is gone. Absent: the whole API. */
  readonly path?: string;
}

/** A difference between two documents. */
export interface Change {
  readonly risk: Risk;
  /** Stable, in kebab-case. */
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  readonly at: ChangePlace;
  /** One line, with the values in backticks. */
  readonly message: string;
}

/** What a comparison finds, before its place is known. */
export interface Found {
  readonly kind: ChangeKind;
  readonly message: string;
}
