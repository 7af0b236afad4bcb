import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';

/** What a decorator such as `@Query('page', ParseIntPipe)` says of an argument of a handler. */
export interface Argument {
  /** One of `RouteParamtypes`. `NaN` for decorators of the application. */
  readonly place: number;
  readonly index: number;
  /** The class that TypeScript records. Absent: it records none. */
  readonly type?: unknown;
  /** The name in its place. Absent: all of it. */
  readonly data?: unknown;
  readonly pipes: readonly unknown[];
}

export function readArguments(controller: Type, handlerName: string): readonly Argument[] {
  const recorded = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handlerName) ?? {}) as Readonly<
    Record<string, { readonly index: number; readonly data?: unknown; readonly pipes?: readonly unknown[] }>
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handlerName) ??
    []) as readonly unknown[];
  return Object.entries(recorded).map(([key, { index, data, pipes = [] }]) => ({
    place: Number(key.split(':')[0]),
    index,
    type: types[index],
    data,
    pipes,
  }));
}
