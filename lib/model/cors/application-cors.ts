/**
 * CORS as the application itself answers it, by `enableCors` or `NestFactory.create(…, { cors })`. What is absent is
 * not known from data: a function or a regular expression decides it.
 */
export interface ApplicationCors {
  /** `*` stands for every origin. Absent: not known. */
  readonly allowOrigins?: readonly string[];
  /** `*` is one of several origins: the application compares each letter by letter, and no browser sends it. */
  readonly listsAll?: true;
  /** Absent: whatever headers a browser asks for. */
  readonly allowHeaders?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials: boolean;
  /** Seconds. */
  readonly maxAge?: number;
}
