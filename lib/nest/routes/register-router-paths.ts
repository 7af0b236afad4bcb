import type { INestApplication } from '@nestjs/common';
import { RouterModule, type ModulesContainer, type Routes } from '@nestjs/core';
import { ROUTES } from '@nestjs/core/router/router-module.js';
import { nestInternals } from '../nest-internals.js';

/**
 * In preview mode Nest builds no module class, and `RouterModule` registers its prefixes when it is built. They are
 * kept under the application's own id, so registering them here touches no other application.
 */
export function registerRouterPaths(app: INestApplication): void {
  const { container, appOptions } = nestInternals(app);
  if (!appOptions?.preview) return;
  for (const module of container.getModules().values()) {
    const routes = module.providers.get(ROUTES)?.instance;
    if (module.metatype === RouterModule && routes) {
      void new RouterModule(container.getModules() as unknown as ModulesContainer, routes as Routes);
    }
  }
}
