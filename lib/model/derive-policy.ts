import { normalizeOrigin } from '../grammar/origin.js';
import type { ApplicationCors } from './application-cors.js';
import type { Cors } from './gateway-model.js';

/** The policy with which the gateway does as the application. Absent: its origins are not known. */
export function derivePolicy(application: ApplicationCors | undefined): Cors | undefined {
  if (!application?.allowOrigins) return undefined;
  const { allowOrigins, allowHeaders, ...rest } = application;
  return {
    ...rest,
    // Text: no deployment fills what the application compares.
    allowOrigins: allowOrigins.map((origin) => normalizeOrigin(origin)),
    ...(allowHeaders ? { allowHeaders } : { anyHeader: true }),
  };
}
