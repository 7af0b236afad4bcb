/**
 * The status that the request template of a mock prints: the integer of the member `statusCode`. API Gateway takes more
 * than JSON: names in single quotes or in none, and anything behind the number, as long as a brace closes the object.
 */
export function readMockStatus(text: string): number | undefined {
  try {
    const { statusCode } = (JSON.parse(text) ?? {}) as { readonly statusCode?: unknown };
    return Number.isInteger(statusCode) ? (statusCode as number) : undefined;
  } catch {
    const found = /^\s*\{(?:[^{}]*,)?\s*(["']?)statusCode\1\s*:\s*(-?\d+)\s*[,}\s][^]*$/.exec(text);
    return found && text.includes('}') ? Number(found[2]) : undefined;
  }
}
