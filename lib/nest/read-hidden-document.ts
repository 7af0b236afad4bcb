import type { INestApplication, Type } from '@nestjs/common';
import { DECORATORS, type OpenAPIObject, type SwaggerDocumentOptions } from '@nestjs/swagger';
import { nestInternals } from './nest-internals.js';
import { readControllers, type NestRoute } from './read-routes.js';

type CreateDocument = (
  app: INestApplication,
  config: Omit<OpenAPIObject, 'paths'>,
  options: SwaggerDocumentOptions,
) => OpenAPIObject;

/**
 * Nest's document of the given routes alone, which Swagger decorators keep out of the real one, or which another
 * route of the same verb and path displaced there. A route that Nest cannot document, which may be why it is hidden,
 * is left out.
 */
export function readHiddenDocument(
  app: INestApplication,
  config: Omit<OpenAPIObject, 'paths'>,
  options: SwaggerDocumentOptions,
  routes: readonly NestRoute[],
  createDocument: CreateDocument,
): OpenAPIObject | undefined {
  try {
    return documentRoutes(app, config, options, routes, createDocument);
  } catch {
    if (routes.length < 2) return undefined;
    const middle = routes.length >> 1;
    const halves = [routes.slice(0, middle), routes.slice(middle)];
    return halves
      .map((half) => readHiddenDocument(app, config, options, half, createDocument))
      .reduce((first, second) => (first && second ? mergeDocuments(first, second) : (first ?? second)));
  }
}

/** Where both have something the second counts, as what Nest visits later does. */
function mergeDocuments(first: OpenAPIObject, second: OpenAPIObject): OpenAPIObject {
  const paths = { ...first.paths };
  for (const [path, item] of Object.entries(second.paths)) paths[path] = { ...paths[path], ...item };
  const schemas = { ...first.components?.schemas, ...second.components?.schemas };
  return { ...first, paths, components: { ...first.components, schemas } };
}

/**
 * Nest is shown a view of the application: controllers and handlers that inherit everything, metadata included, from
 * the real ones, and differ in what is hidden. The application itself is not touched.
 */
function documentRoutes(
  app: INestApplication,
  config: Omit<OpenAPIObject, 'paths'>,
  options: SwaggerDocumentOptions,
  routes: readonly NestRoute[],
  createDocument: CreateDocument,
): OpenAPIObject {
  const handlersOf = new Map<Type, Set<string>>();
  for (const { controller, handlerName } of routes) {
    handlersOf.set(controller, (handlersOf.get(controller) ?? new Set()).add(handlerName));
  }
  const modules = readControllers(app, options)
    .filter(({ controller }) => handlersOf.has(controller))
    .map(({ controller, module }) => ({
      metatype: module.metatype,
      imports: new Map(),
      controllers: new Map([[controller, viewController(controller, handlersOf.get(controller)!)]]),
    }));
  const { container, config: applicationConfig } = nestInternals(app);
  const { applicationId } = container.getModules();
  const view = {
    config: applicationConfig,
    container: { getModules: () => Object.assign(new Map(modules.entries()), { applicationId }) },
    getHttpAdapter: () => app.getHttpAdapter(),
  };
  const { include: _include, deepScanRoutes: _deep, onlyIncludeDecoratedEndpoints: _only, ...rest } = options;
  return createDocument(view as unknown as INestApplication, config, rest);
}

function viewController(controller: Type, shown: ReadonlySet<string>): { metatype: Type; instance: object } {
  const metatype = inherit(controller);
  Object.defineProperty(metatype, 'prototype', { value: controller.prototype });
  Reflect.defineMetadata(DECORATORS.API_EXCLUDE_CONTROLLER, [false], metatype);

  const prototype: object = Object.create(controller.prototype);
  for (
    let owner = controller.prototype;
    owner && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      const value: unknown = Object.getOwnPropertyDescriptor(owner, name)?.value;
      if (name === 'constructor' || typeof value !== 'function' || Object.hasOwn(prototype, name)) continue;
      const handler = inherit(value);
      Reflect.defineMetadata(DECORATORS.API_EXCLUDE_ENDPOINT, { disable: !shown.has(name) }, handler);
      Object.defineProperty(prototype, name, { value: handler });
    }
  }
  return { metatype, instance: Object.create(prototype) };
}

/** A function of the same name that inherits the metadata of another. */
function inherit<T extends object>(original: T): T {
  const view = Object.setPrototypeOf(function () {}, original);
  return Object.defineProperty(view, 'name', { value: (original as { name?: string }).name });
}
