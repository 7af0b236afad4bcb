import { isSingleOrigin, normalizeOrigin } from '../../grammar/origin.js';
import type { ApplicationCors } from './application-cors.js';
import type { Cors } from './cors.js';

/** The policy with which the gateway does as the application. Absent: its origins are not known, or it allows none. */
export function derivePolicy(application: ApplicationCors | undefined): Cors | undefined {
  if (!application) return undefined;
  const { listsAll: _, allowHeaders, ...rest } = application;
  const allowOrigins =
    application.allowOrigins?.filter((origin) => origin === '*' || isSingleOrigin(origin)) ?? [];
  if (allowOrigins.length === 0) return undefined;
  return {
    ...rest,
    // Text: no deployment fills what the application compares.
    allowOrigins: allowOrigins.map((origin) => normalizeOrigin(origin)),
    ...(allowHeaders ? { allowHeaders } : { anyHeader: true }),
  };
}
