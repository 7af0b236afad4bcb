import type { Json } from '../json.js';

/**
 * What becomes of a part of a document: its import fails, warns, leaves the part out without a word, or takes it and
 * then answers wrongly.
 */
export type HttpOutcome = 'rejected' | 'warned' | 'dropped' | 'broken';

export interface HttpVerdict {
  readonly outcome: HttpOutcome;
  /** AWS's own message where one is known. */
  readonly what: string;
  readonly place: string;
}

export interface HttpJudgeOptions {
  /** Quotas that AWS raised. Those of integrations, audiences and scopes cannot be. */
  readonly limits?: { readonly routes?: number; readonly authorizers?: number };
}

export type HttpReport = (outcome: HttpOutcome, what: string, place: string) => void;

/** The document around the part that is judged. */
export interface HttpSurroundings {
  readonly document: Json;
  readonly schemes: Json;
  /** `components.x-amazon-apigateway-integrations` */
  readonly shared: Json;
  readonly options: HttpJudgeOptions;
  readonly report: HttpReport;
}

/** What guards a route, as far as `$context.authorizer` goes. */
export type HttpGuard = 'jwt' | 'lambda' | 'iam' | 'none';

/** A route and where it stands. */
export interface HttpRoute extends HttpSurroundings {
  readonly path: string;
  readonly method: string;
  /** `get /users/{id}` */
  readonly place: string;
  readonly operation: Json;
  readonly guard: HttpGuard;
}

export const ANY_METHOD = 'x-amazon-apigateway-any-method';
export const INTEGRATION = 'x-amazon-apigateway-integration';
export const INTEGRATIONS = 'x-amazon-apigateway-integrations';
export const CORS = 'x-amazon-apigateway-cors';

/** The variables of a path, without the `+` of a greedy one. */
export function variablesOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}+]+)\+?\}/g)].map(([, name]) => name!);
}
