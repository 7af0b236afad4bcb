import type { INestApplication } from '@nestjs/common';
import { nestInternals } from './nest-internals.js';

const seen = new WeakSet<object>();

/** From now on it is known whether the application calls `enableCors`. The call goes through. */
export function watchCors(app: INestApplication): void {
  const adapter = app.getHttpAdapter() as unknown as { enableCors(...args: unknown[]): unknown };
  const enableCors = adapter.enableCors.bind(adapter);
  adapter.enableCors = (...args) => {
    seen.add(adapter);
    return enableCors(...args);
  };
}

/** Whether the application was created with CORS, or was seen to enable it. */
export function answersCors(app: INestApplication): boolean {
  const { appOptions } = nestInternals(app);
  return Boolean(appOptions?.cors) || seen.has(app.getHttpAdapter());
}
