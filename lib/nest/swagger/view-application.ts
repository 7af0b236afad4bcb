import type { INestApplication, Type } from '@nestjs/common';
import { nestInternals, type NestModule, type NestWrapper } from '../nest-internals.js';

/** What Nest sees of a handler: metadata that stands in front of the handler's own. */
export type HandlerMetadata = Readonly<Record<string, unknown>>;

export interface View {
  /** Nothing: Nest sees the handler as it is. */
  handler(controller: Type, name: string): HandlerMetadata | undefined;
  /** Metadata in front of a controller's own. */
  readonly controller: HandlerMetadata;
  /** Controllers that Nest does not see. Absent: none. */
  readonly omits?: (controller: Type) => boolean;
}

/**
 * The application as Nest is shown it when it makes a document: modules, controllers and handlers that inherit
 * everything from the real ones, and differ in the given metadata. The application itself is not touched.
 */
export function viewApplication(app: INestApplication, view: View): INestApplication {
  const { container } = nestInternals(app);
  const modules = container.getModules();
  const originals = new Map<unknown, NestModule>();
  const views = new Map<NestModule, NestModule>();
  const viewModule = (module: NestModule): NestModule => {
    const known = views.get(module);
    if (known) return known;
    const controllers = [...module.controllers].filter(([, { metatype }]) => !view.omits?.(metatype));
    const seen = derive(module, {
      controllers: new Map(controllers.map(([key, wrapper]) => [key, viewController(wrapper, view)])),
    });
    views.set(module, seen);
    originals.set(seen, module);
    // After it is known: modules may import each other.
    Object.defineProperty(seen, 'imports', { get: () => new Set([...module.imports].map(viewModule)) });
    return seen;
  };
  const seenModules = Object.assign(new Map([...modules].map(([key, module]) => [key, viewModule(module)])), {
    applicationId: modules.applicationId,
  });
  return derive(app, {
    container: derive(container, {
      getModules: () => seenModules,
      isGlobalModule: (module: NestModule) => container.isGlobalModule(originals.get(module) ?? module),
    }),
  });
}

function viewController(wrapper: NestWrapper, view: View): NestWrapper {
  const { metatype: controller } = wrapper;
  const prototype: object = Object.create(controller.prototype as object);
  for (
    let owner: object | null = controller.prototype as object;
    owner && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      const value: unknown = Object.getOwnPropertyDescriptor(owner, name)?.value;
      if (name === 'constructor' || typeof value !== 'function' || Object.hasOwn(prototype, name)) continue;
      const metadata = view.handler(controller, name);
      // Even where nothing differs: Nest visits what a prototype has itself before what it inherits.
      Object.defineProperty(prototype, name, { value: metadata ? withMetadata(value, metadata) : value });
    }
  }
  const metatype =
    Object.keys(view.controller).length > 0 ? withMetadata(controller, view.controller) : controller;
  return derive(wrapper, { metatype, instance: Object.create(prototype) as unknown });
}

/** A function of the same name that inherits the metadata of another. */
function withMetadata<Original extends object>(original: Original, metadata: HandlerMetadata): Original {
  const view = Object.setPrototypeOf(function () {}, original) as Original;
  const { name, prototype } = original as { readonly name?: string; readonly prototype?: object };
  Object.defineProperty(view, 'name', { value: name });
  Object.defineProperty(view, 'prototype', { value: prototype });
  for (const [key, value] of Object.entries(metadata)) Reflect.defineMetadata(key, value, view);
  return view;
}

/** An object that inherits from another, but for some members. */
function derive<Original extends object>(original: Original, members: object): Original {
  return Object.create(
    original,
    Object.fromEntries(
      Object.entries(members).map(([name, value]) => [name, { value: value as unknown, configurable: true }]),
    ),
  ) as Original;
}
