/**
 * Stands in an expected text for what only Terraform writes there: a list of origins. As a value that was read it stands
 * for what the emulator does not keep.
 */
export const ANYTHING = '\u0000';

/** Whether a value is what is expected. An expected object may have fewer members. */
export function matches(expected: unknown, actual: unknown): boolean {
  if (actual === ANYTHING) return true;
  if (typeof expected === 'string') return matchesText(expected, actual);
  if (typeof expected !== 'object' || expected === null) return expected === actual;
  if (typeof actual !== 'object' || actual === null) return Object.keys(expected).length === 0;
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      expected.length === actual.length &&
      expected.every((item, index) => matches(item, actual[index]))
    );
  }
  const members = actual as Readonly<Record<string, unknown>>;
  return Object.entries(expected).every(
    ([name, value]) => value === undefined || matches(value, members[name]),
  );
}

function matchesText(expected: string, actual: unknown): boolean {
  if (!expected.includes(ANYTHING)) return expected === actual;
  if (typeof actual !== 'string') return false;
  const pattern = expected
    .split(ANYTHING)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*');
  return new RegExp(`^${pattern}$`).test(actual);
}
