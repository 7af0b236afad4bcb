import type { Members } from '../emulator/list-items.js';

/** The members that are compared: their names in reports, in the document and in the answers of AWS. */
const NAMES = [
  ['type', 'type', 'integrationType'],
  ['uri', 'uri', 'integrationUri'],
  ['method', 'httpMethod', 'integrationMethod'],
  ['payloadFormatVersion', 'payloadFormatVersion', 'payloadFormatVersion'],
  ['subtype', 'integrationSubtype', 'integrationSubtype'],
  ['credentials', 'credentials', 'credentialsArn'],
  ['connectionType', 'connectionType', 'connectionType'],
  ['connectionId', 'connectionId', 'connectionId'],
  ['timeout', 'timeoutInMillis', 'timeoutInMillis'],
  ['requestParameters', 'requestParameters', 'requestParameters'],
  ['tlsConfig', 'tlsConfig', 'tlsConfig'],
] as const;

/** The integration of a route, as the document or an answer of AWS has it. */
export function integrationMembers(integration: Members, from: 'document' | 'answer'): Members {
  return Object.fromEntries(
    NAMES.map(([name, inDocument, inAnswer]) => {
      const value = integration[from === 'document' ? inDocument : inAnswer] ?? undefined;
      return [`integration.${name}`, name === 'type' ? String(value ?? '').toUpperCase() : value];
    }),
  );
}
