import type { Integration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import { isService } from '../../../services/service-integrations.js';

/** What reads the variables of a path by their names, out of reach of a renaming. */
type NameReader = 'function' | 'template';

/**
 * Absent: the name of a variable means nothing behind the route. The application itself routes by the path, mappings
 * are written with the name that a resource gets, and a function without a template gets the body.
 */
export function findNameReader({ integration, responder, pathParameters }: Route): NameReader | undefined {
  if (!integration) return undefined;
  if (responder?.proxied) return responder.kind === 'function' ? 'function' : undefined;
  const text = JSON.stringify(templatesOf(integration)) ?? '';
  return readsOne(text, pathParameters) ? 'template' : undefined;
}

/** The options that hold templates. */
function templatesOf(integration: Integration): unknown {
  if (isService(integration)) return integration.options;
  switch (integration.kind) {
    case 'http':
    case 'mock':
      return undefined;
    case 'lambda':
      return [integration.requestTemplates, integration.responses];
    case 'raw':
      return integration.object;
    default:
      return integration satisfies never;
  }
}

/** Whether a text, which is JSON, reads a variable by its name, or all parameters at once. */
function readsOne(text: string, variables: Route['pathParameters']): boolean {
  return [...text.matchAll(/input\.params\(\s*(?:\\?["']([^"'\\]*)|\))/g)].some(
    ([, name]) => name === undefined || variables.some((variable) => variable.name === name),
  );
}
