/** What one step did with a request. */
export interface ExplainedStep {
  /** Such as `authorizer bearer`, `API key`, `function get_user`, `POST http://127.0.0.1:5000/`. */
  readonly step: string;
  /** One line, such as `allowed by the cached policy of 12 s ago`. */
  readonly outcome: string;
  /** Whatever else a reader wants to see: JSON only. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Takes the steps of one request, in order. */
export type Explain = (step: ExplainedStep) => void;
