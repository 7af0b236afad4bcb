import type { INestApplication } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { handlerKey } from '../routes/read-routes.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';
import type { DocumentRequest } from './document-request.js';
import { MARK } from './marked-operations.js';
import { viewApplication } from './view-application.js';

/** The application, each handler with a mark of its own, and without the paths that Nest cannot describe. */
export function viewMarked({
  app,
  routes,
  readablePaths,
  handler = () => undefined,
  controller = {},
  omits = () => false,
}: DocumentRequest): INestApplication {
  const known = new Set(routes.map(handlerKey));
  return viewApplication(app, {
    controller,
    omits,
    handler: (ofController, name) => {
      const original = (ofController.prototype as Readonly<Record<string, object>>)[name]!;
      const key = handlerKey({ controller: ofController, handlerName: name });
      const readable = readablePaths.get(key);
      const isWebhook = Reflect.getMetadata(SWAGGER_KEYS.webhook, original) !== undefined;
      if (!known.has(key) && !readable && !isWebhook) return handler(ofController, name);
      const { [SWAGGER_KEYS.extension]: extension, ...rest } = handler(ofController, name) ?? {};
      return {
        ...(readable?.length === 0 ? { [SWAGGER_KEYS.excludeEndpoint]: { disable: true } } : {}),
        ...(readable ? { [PATH_METADATA]: readable } : {}),
        ...rest,
        [SWAGGER_KEYS.extension]: {
          ...(Reflect.getMetadata(SWAGGER_KEYS.extension, original) as object | undefined),
          ...(extension as object | undefined),
          [MARK]: key,
        },
      };
    },
  });
}
