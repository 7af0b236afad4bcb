import type { Route } from '../../../model/gateway-model.js';
import { viewRawIntegration } from '../../../model/view-raw-integration.js';

/** What reads the variables of a path by their names, out of reach of a renaming. */
type NameReader = 'function' | 'template';

/**
 * Absent: the name of a variable means nothing behind the route. The application itself routes by the path, mappings
 * are written with the name that a resource gets, and a function without a template gets the body.
 */
export function findNameReader({ integration, origins, pathParameters }: Route): NameReader | undefined {
  const inTemplate = (options: unknown): NameReader | undefined =>
    readsOne(JSON.stringify(options) ?? '', pathParameters) ? 'template' : undefined;
  const isApplication = origins.integration.level === 'module';
  if (!integration) return undefined;
  switch (integration.kind) {
    case 'http':
    case 'mock':
      return undefined;
    case 'lambda':
      if (integration.mode !== 'proxy')
        return inTemplate([integration.requestTemplates, integration.responses]);
      return isApplication ? undefined : 'function';
    case 'raw': {
      const { type } = viewRawIntegration(integration);
      if (type === 'aws_proxy') return isApplication ? undefined : 'function';
      return type === 'http_proxy' ? undefined : inTemplate(integration.object);
    }
    default:
      return inTemplate(integration.options);
  }
}

/** Whether a text, which is JSON, reads a variable by its name, or all parameters at once. */
function readsOne(text: string, variables: Route['pathParameters']): boolean {
  return [...text.matchAll(/input\.params\(\s*(?:\\?["']([^"'\\]*)|\))/g)].some(
    ([, name]) => name === undefined || variables.some((variable) => variable.name === name),
  );
}
