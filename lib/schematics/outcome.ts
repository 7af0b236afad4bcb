/** What a step of the schematic changed, and what it leaves to the user. Each is one line. */
export interface Outcome {
  readonly done: readonly string[];
  readonly byHand: readonly string[];
}

export const NOTHING: Outcome = { done: [], byHand: [] };

export const done = (...lines: readonly string[]): Outcome => ({ done: lines, byHand: [] });

export const byHand = (...lines: readonly string[]): Outcome => ({ done: [], byHand: lines });

export function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    done: outcomes.flatMap((outcome) => outcome.done),
    byHand: outcomes.flatMap((outcome) => outcome.byHand),
  };
}
