import type { Change, ChangePlace, Found } from './change.js';
import { CHANGE_KINDS } from './change-kinds.js';

/** What was found, at its place and with its risk. */
export function createChange({ kind, message }: Found, at: ChangePlace): Change {
  const [risk, subject] = CHANGE_KINDS[kind];
  return { risk, kind, subject, at, message };
}
