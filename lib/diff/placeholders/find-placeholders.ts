import type { OpenApiDocument } from '../../openapi/openapi.js';
import { readRoutes } from '../routes/read-routes.js';
import type { ChangePlace } from '../change.js';

/** A string or a name of a document that a placeholder stands in. */
export interface PlaceholderUse {
  readonly pointer: string;
  /** What stands around it. Names of other placeholders are left out: they may have changed too. */
  readonly around: string;
  readonly at: ChangePlace;
  /** It stands in the definition of an authorizer. */
  readonly isOfAuthorizer: boolean;
}

/** `$${name}` in a template of Terraform is text, and so are the words of its language. */
export function placeholderPattern(): RegExp {
  return /(?<!\$)\$\{(?!(?:true|false|null)\})([A-Za-z_][A-Za-z0-9_.]*)\}/g;
}

/** Where each placeholder of a document stands. */
export function findPlaceholders(document: OpenApiDocument): ReadonlyMap<string, readonly PlaceholderUse[]> {
  const uses = new Map<string, PlaceholderUse[]>();
  walk(document, []);
  return uses;

  function walk(value: unknown, steps: readonly string[]): void {
    if (typeof value === 'string') return add(value, steps);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      // A name with a placeholder is known only by its place.
      const step = key.replace(placeholderPattern(), '$${}');
      if (step !== key) add(key, [...steps, step, '(name)']);
      walk(member, [...steps, step]);
    }
  }

  function add(text: string, steps: readonly string[]): void {
    if (!text.includes('${')) return;
    const pointer = steps.join('/');
    for (const [, name] of text.matchAll(placeholderPattern())) {
      const known = uses.get(name!) ?? [];
      if (known.at(-1)?.pointer !== pointer)
        known.push({
          pointer,
          around: text.replace(placeholderPattern(), (_, one: string) => (one === name ? '${*}' : '${}')),
          at: placeOf(steps, document),
          isOfAuthorizer: steps[1] === 'securitySchemes',
        });
      uses.set(name!, known);
    }
  }
}

/** The route that it stands in, or the first that uses the component that it stands in. */
function placeOf([section, name, key]: readonly string[], document: OpenApiDocument): ChangePlace {
  if (section === 'paths' && name !== undefined) {
    const method = key === 'x-amazon-apigateway-any-method' ? 'ANY' : key?.toUpperCase();
    return method === undefined ? { path: name } : { method, path: name };
  }
  if (section !== 'components' || key === undefined) return {};
  const uses = name === 'securitySchemes' ? `{"${key}":` : `"#/components/${name}/${key}"`;
  for (const { method, path, operation } of readRoutes(document).values()) {
    if (JSON.stringify(operation).includes(uses)) return { method, path };
  }
  return {};
}
