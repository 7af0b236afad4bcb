import { isRequestValue } from '../../values/request-value.js';
import type { HttpIntegration, Integration, MappedText } from './integration.js';

/** What a backend gets in the place of a caller who is not known. */
const NOBODY = '-';

/**
 * Without an authorizer its values are empty, and a mapping without a value lets the caller's own header pass: anybody
 * could name the user. So the backend gets a fixed text.
 */
export function overwriteAbsent(integration: Integration): Integration {
  if (integration.kind !== 'http') return integration;
  const { headers, query } = integration;
  return {
    ...integration,
    ...(headers ? { headers: overwrite(headers) } : {}),
    ...(query ? { query: overwrite(query) } : {}),
  };
}

function overwrite(mapped: NonNullable<HttpIntegration['headers']>): Readonly<Record<string, MappedText>> {
  return Object.fromEntries(
    Object.entries(mapped).map(([name, value]) => [
      name,
      isRequestValue(value) && value['@request'] === 'authorizer' ? { '@deploy': [NOBODY] } : value,
    ]),
  );
}
