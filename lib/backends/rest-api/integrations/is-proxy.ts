import type { RenderedIntegration } from './rendered-integration.js';

/** Whether what answers is passed on as it is, so that API Gateway maps nothing of it. */
export function isProxy({ type }: RenderedIntegration): boolean {
  return /_proxy$/i.test(String(type));
}
