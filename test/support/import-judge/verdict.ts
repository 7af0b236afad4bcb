import type { Json } from '../json.js';

/**
 * What becomes of a part of a document: its import fails, warns, leaves the part out without a word, or takes it and
 * then answers wrongly.
 */
export type Outcome = 'rejected' | 'warned' | 'dropped' | 'broken';

export interface Verdict {
  readonly outcome: Outcome;
  /** AWS's own message where one is known. */
  readonly what: string;
  readonly place: string;
}

export interface JudgeOptions {
  /** Paths with an OPTIONS handler of the application's own, which may be guarded; a preflight never is. */
  readonly ownOptions?: ReadonlySet<string>;
  /** Quotas that AWS raised. */
  readonly limits?: { readonly resources?: number; readonly authorizers?: number; readonly timeout?: number };
  /** What the import puts in front of every path, where its parameter `basepath` says so. */
  readonly basePath?: string;
  /** The API is served under a domain of its own, which keeps `/ping` and `/sping` to itself. */
  readonly customDomain?: boolean;
}

export type Report = (outcome: Outcome, what: string, place: string) => void;

/** The document around the part that is judged. */
export interface Surroundings {
  readonly document: Json;
  readonly schemas: Json;
  readonly schemes: Json;
  /** Whether every body, or every JSON body, counts as binary. */
  readonly binaryJson: boolean;
  readonly options: JudgeOptions;
  readonly report: Report;
}

/** What guards an operation, as far as `$context.authorizer` goes. */
export type Guard = 'lambda' | 'cognito' | 'iam' | 'none';

/** An operation and where it stands. */
export interface OperationPlace extends Surroundings {
  readonly path: string;
  readonly method: string;
  /** `get /users/{id}` */
  readonly place: string;
  readonly operation: Json;
  readonly guard: Guard;
  readonly preflight: boolean;
  /** Whether the path answers preflights, so that browsers read its answers. */
  readonly cors: boolean;
}

export const ANY_METHOD = 'x-amazon-apigateway-any-method';
export const INTEGRATION = 'x-amazon-apigateway-integration';

/** Statuses that a response can have: LocalStack, test_integration_response_invalid_statuscode, 2025-06-18. */
export const STATUS = /^[1-5]\d\d$/;
export const INVALID_STATUS = 'Member must satisfy regular expression pattern: [1-5]\\d\\d';

/** LocalStack, test_put_method_validation, 2024-04-15. */
export const INVALID_VERB =
  'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY';

/** Names of parameters and headers that a mapping can hold. */
export const NAME = '[a-zA-Z0-9._$-]+';
