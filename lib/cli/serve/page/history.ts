import type { ServedExchange } from './served-exchange.js';

/** How many requests are kept. */
const KEPT = 100;

/** The last requests. Each is described when someone looks: that takes longer than to answer many of them. */
export class History {
  private kept: (ServedExchange | (() => ServedExchange))[] = [];

  add(exchange: ServedExchange | (() => ServedExchange)): void {
    this.kept.push(exchange);
    if (this.kept.length > KEPT) this.kept.shift();
  }

  /** The last one first. */
  list(): readonly ServedExchange[] {
    const described = this.kept.map((exchange) => (typeof exchange === 'function' ? exchange() : exchange));
    this.kept = described;
    return described.toReversed();
  }

  /** Puts requests before those that are here, given as `list` returns them. */
  precede(earlier: readonly ServedExchange[]): void {
    this.kept = [...earlier.toReversed(), ...this.kept].slice(-KEPT);
  }
}
