import { StreamableFile } from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import type { Stream } from '../../model/app-source.js';
import type { NestRoute } from './read-routes.js';

/** What a handler streams, as far as its decorators and its return type say. */
export function readStream({
  controller,
  handlerName,
  handler,
}: Pick<NestRoute, 'controller' | 'handlerName' | 'handler'>): Stream | undefined {
  if (Reflect.getMetadata(SSE_METADATA, handler) === true) return { kind: 'events' };
  const answered: unknown = Reflect.getMetadata(
    'design:returntype',
    controller.prototype as object,
    handlerName,
  );
  return answered === StreamableFile ? { kind: 'file' } : undefined;
}
