import { VersioningType, type INestApplication } from '@nestjs/common';
import { attempt } from '../attempt.js';
import { nestInternals } from '../nest-internals.js';

/** The headers that a client chooses a version with: its own, `Accept`, or those that an extractor reads. */
export function readVersionHeaders(app: INestApplication): readonly string[] {
  const versioning = nestInternals(app).config.getVersioning();
  switch (versioning?.type) {
    case VersioningType.HEADER:
      return [versioning.header];
    case VersioningType.MEDIA_TYPE:
      return ['Accept'];
    case VersioningType.CUSTOM:
      return watchExtractor(versioning.extractor);
    default:
      return [];
  }
}

/**
 * The headers that an extractor reads from a request without any. No option names them, and without them a browser
 * sends no version and a cache answers every version alike. An extractor that fails has shown what it read until then.
 */
function watchExtractor(extract: (request: unknown) => unknown): readonly string[] {
  const names = new Set<string>();
  const read = (name: unknown): undefined => {
    if (typeof name === 'string') names.add(name);
  };
  const request = {
    headers: new Proxy({}, { get: (_, name) => read(name), has: (_, name) => read(name) ?? false }),
    get: read,
    header: read,
    method: 'GET',
    url: '/',
    originalUrl: '/',
    path: '/',
    query: {},
    params: {},
    cookies: {},
  };
  attempt(() => extract({ ...request, raw: request }));
  return [...names];
}
