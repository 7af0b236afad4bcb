/** An answer that is kept, and what it was given for. */
export interface Kept<Value> {
  readonly value: Value;
  /** Milliseconds. */
  readonly since: number;
}

/** Answers of authorizers for as long as each may be kept. */
export class AnswerCache<Value> {
  readonly #kept = new Map<string, Kept<Value> & { readonly until: number }>();

  constructor(readonly most = 10_000) {}

  find(key: string, now: number): Kept<Value> | undefined {
    const found = this.#kept.get(key);
    if (found && found.until <= now) this.#kept.delete(key);
    return found && found.until > now ? found : undefined;
  }

  /** @param ttl seconds */
  keep(key: string, value: Value, ttl: number, now: number): void {
    if (ttl <= 0) return;
    this.#kept.delete(key);
    this.#kept.set(key, { value, since: now, until: now + ttl * 1000 });
    // The oldest goes first.
    if (this.#kept.size > this.most) this.#kept.delete(this.#kept.keys().next().value!);
  }
}
