import type { Emulator } from './emulator.js';
import { fetchFrom } from './connect.js';
import { MOTO } from './moto.js';

/** An emulator of which nothing is known: it has to show everything. */
const UNKNOWN: Emulator = {
  name: 'an emulator that apigen does not know',
  hidden: { 'rest-api': [], 'http-api': [] },
  inlineIntegrations: false,
  overrides: { 'rest-api': '', 'http-api': '' },
  adapt: (document) => document,
};

/**
 * Which emulator answers at a URL.
 *
 * @throws CannotRun if none does
 */
export async function recognizeEmulator(endpoint: string): Promise<Emulator> {
  const answer = await fetchFrom(new URL('/moto-api/', endpoint));
  const text = await answer.text();
  return answer.ok && /<title>Moto/i.test(text) ? MOTO : UNKNOWN;
}
