import { Controller, Get, type Type } from '@nestjs/common';

/** A controller of one route, `GET /things/:id` unless said otherwise, with the given decorators on its handler. */
export function makeRoute(
  decorators: readonly MethodDecorator[] = [],
  { path = 'things/:id', verb = Get }: { path?: string; verb?: (path: string) => MethodDecorator } = {},
): Type {
  class ThingsController {
    handle(): void {}
  }
  const prototype = ThingsController.prototype as object;
  Reflect.defineMetadata('design:paramtypes', [], prototype, 'handle');
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'handle')!;
  Reflect.decorate([verb(path), ...decorators], prototype, 'handle', descriptor);
  Controller()(ThingsController);
  return ThingsController;
}
