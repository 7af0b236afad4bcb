import type { Type } from '@nestjs/common';
import { HEADERS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { MediaTypes } from '../../model/app-source.js';
import type { NestRoute } from '../routes/read-routes.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';

/**
 * The media types that the decorators of a handler name. Nest documents them only beside the type of a body or an
 * answer, and documents neither `@Header('Content-Type', …)` nor `@UploadedFile()`.
 */
export function readMediaTypes({
  controller,
  handler,
  args,
  method,
}: Pick<NestRoute, 'controller' | 'handler' | 'args' | 'method'>): MediaTypes | undefined {
  const consumed = ['get', 'head'].includes(method)
    ? []
    : [
        ...namedBy(SWAGGER_KEYS.consumes, handler, controller),
        ...(args.some(({ place }) => FILES.includes(place)) ? ['multipart/form-data'] : []),
      ];
  const produced = [...namedBy(SWAGGER_KEYS.produces, handler, controller), ...listContentTypes(handler)];
  return consumed.length + produced.length > 0 ? { consumed, produced } : undefined;
}

/** What the handler names replaces what its class does. */
function namedBy(key: string, handler: object, controller: Type): readonly string[] {
  const named: unknown = Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  return Array.isArray(named) ? named.filter((type) => typeof type === 'string') : [];
}

function listContentTypes(handler: object): readonly string[] {
  const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as readonly {
    readonly name: string;
    readonly value: unknown;
  }[];
  return headers.flatMap(({ name, value }) =>
    name.toLowerCase() === 'content-type' && typeof value === 'string' ? [value] : [],
  );
}

const FILES: readonly number[] = [RouteParamtypes.FILE, RouteParamtypes.FILES];
