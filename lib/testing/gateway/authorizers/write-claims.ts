/** Claims as `$context.authorizer.claims` and the event have them: texts. */
export function writeClaims(
  claims: Readonly<Record<string, unknown>>,
  kind: 'cognito' | 'jwt',
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, kind === 'cognito' ? writeForRest(name, value) : writeForHttp(value)]),
  );
}

/** A REST API joins lists by commas, and writes these two times as Java prints a date. */
function writeForRest(name: string, value: unknown): string {
  if ((name === 'exp' || name === 'iat') && typeof value === 'number') return writeDate(value);
  return Array.isArray(value) ? value.join(',') : writeText(value);
}

/** An HTTP API writes a list in brackets. */
function writeForHttp(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(' ')}]` : writeText(value);
}

function writeText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `Mon Mar 19 19:07:42 UTC 2018` */
function writeDate(seconds: number): string {
  const [, day, date, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/.exec(new Date(seconds * 1000).toUTCString()) ?? [];
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}
