import type { ExplainedStep } from '../explained-step.js';
import type { GatewayView } from '../gateway-view.js';
import type { TestedRoute } from '../integration-document.js';
import type { RawAnswer } from '../local-gateway-ports.js';

/** A request as it arrives at a local gateway. */
export interface GatewayRequest {
  /** In upper case. */
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly rawPath: string;
  /** Without `?`; empty without a query. */
  readonly rawQuery: string;
  /** Every line, in order. */
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** The body is larger than API Gateway takes; `body` is then empty. */
  readonly isTooLarge?: boolean;
  readonly sourceIp: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly requestId: string;
  /** Aborts when the caller goes away. */
  readonly signal?: AbortSignal;
}

/** What the caller gets, and how it came about. */
export interface LocalAnswer extends RawAnswer {
  /** Absent: no route fits. */
  readonly route?: TestedRoute;
  /** Absent: no route fits, or the stage does not. */
  readonly view?: GatewayView;
  readonly steps: readonly ExplainedStep[];
}
