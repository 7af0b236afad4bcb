import { signRequest, writeTime } from '../../../testing/gateway/services/sign-request.js';
import { CannotRun } from '../../process/cannot-run.js';

/** An emulator that answers. */
export interface Connection {
  readonly endpoint: string;
  /** Reads a resource of API Gateway. `undefined`: the emulator does not know it. */
  get(path: string): Promise<unknown>;
}

/** How long an emulator may take for one answer, in milliseconds. */
const PATIENCE = 10_000;

/** Keys without any rights: emulators ask for some. */
export const FAKE_CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A connection to the API of API Gateway, with keys without any rights. */
export function connect(endpoint: string, region: string): Connection {
  return {
    endpoint,
    async get(path) {
      const url = new URL(path, endpoint);
      const request = {
        method: 'GET',
        path: url.pathname,
        query: [...url.searchParams].map(
          ([name, value]) => [encodeURIComponent(name), encodeURIComponent(value)] as const,
        ),
        headers: { host: url.host },
        body: new Uint8Array(),
      };
      const scope = { time: writeTime(new Date()), region, service: 'apigateway' };
      const signed = signRequest(request, FAKE_CREDENTIALS, scope);
      const response = await fetchFrom(url, signed);
      const text = await response.text();
      if (response.status === 404 || response.status >= 500) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw new CannotRun(`the emulator answers ${url.pathname} with text that is not JSON`);
      }
    },
  };
}

/**
 * Asks an emulator for anything, and waits for the answer.
 *
 * @throws CannotRun without an answer
 */
export async function fetchFrom(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name: string };
    const why = name === 'TimeoutError' ? `not within ${PATIENCE / 1000} seconds` : (cause?.code ?? name);
    throw new CannotRun(
      `the emulator at ${url.origin} does not answer (${why}): start it, or correct '--endpoint'`,
    );
  }
}
