import type { INestApplication } from '@nestjs/common';
import type { ApplicationCors } from '../model/cors/application-cors.js';
import { nestInternals } from './nest-internals.js';
import { readCorsOptions } from './read-cors-options.js';

/** The options of the last call, by HTTP adapter. */
const seen = new WeakMap<object, unknown>();

/** From now on it is known how the application calls `enableCors`. The call goes through. */
export function watchCors(app: INestApplication): void {
  const adapter = app.getHttpAdapter() as unknown as { enableCors(...args: unknown[]): unknown };
  const enableCors = adapter.enableCors.bind(adapter);
  adapter.enableCors = (...args) => {
    seen.set(adapter, args[0]);
    return enableCors(...args);
  };
}

/** How the application answers CORS itself, by how it was created or was seen to enable it. Absent: it does not. */
export function readCors(app: INestApplication): ApplicationCors | undefined {
  const adapter = app.getHttpAdapter();
  if (seen.has(adapter)) return readCorsOptions(seen.get(adapter));
  const created = nestInternals(app).appOptions?.cors;
  return created ? readCorsOptions(created) : undefined;
}
