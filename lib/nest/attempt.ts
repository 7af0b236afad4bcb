/** What an action answers, or why it failed. */
export function attempt<Result>(
  action: () => Result,
): { readonly result: Result } | { readonly result?: never; readonly reason: string } {
  try {
    return { result: action() };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
