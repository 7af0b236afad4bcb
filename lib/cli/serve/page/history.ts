import type { ServedExchange } from './served-exchange.js';

/** How many requests are kept. */
const KEPT = 100;

/** The last requests. */
export class History {
  private readonly kept: ServedExchange[] = [];

  add(exchange: ServedExchange): void {
    this.kept.push(exchange);
    if (this.kept.length > KEPT) this.kept.shift();
  }

  /** The last one first. */
  list(): readonly ServedExchange[] {
    return this.kept.toReversed();
  }
}
