/** What browsers may do with the responses of a path. */
export interface CorsPolicy {
  /** Origins as the decorator has them: `*`, `https://app.example.com`, `https://*.example.com`. */
  readonly origins: readonly string[];
  readonly credentials: boolean;
  /** Of a preflight only. */
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAge?: string;
  /** Whether caches keep what each origin gets apart: `Vary: Origin`. */
  readonly varies?: boolean;
}
