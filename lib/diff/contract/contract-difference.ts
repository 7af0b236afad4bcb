/** A difference between two public documents, as a library classifies it. */
export interface ContractDifference {
  /** What it does to callers. */
  readonly effect: 'breaks' | 'extends' | 'documents' | 'unknown';
  readonly action: 'added' | 'removed' | 'changed';
  /** From the root of the document to what differs. A parameter is `query limit`. */
  readonly steps: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}
