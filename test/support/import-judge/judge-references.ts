import { asJson, type Json } from '../json.js';
import type { Surroundings } from './verdict.js';

/** Every `$ref` outside the models, which have their own judge. */
export function judgeReferences({ document, report }: Surroundings): void {
  const visit = (value: unknown, place: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${place} ${index}`));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        // What an extension holds, and what stands in an example, is no reference.
        if (key.startsWith('x-') && key !== 'x-amazon-apigateway-any-method') continue;
        if (key !== '$ref' || typeof item !== 'string') visit(item, `${place} ${key}`);
        else judgeReference(item, place, document, report);
      }
    }
  };
  visit(document['paths'], 'paths');
}

function judgeReference(
  reference: string,
  place: string,
  document: Json,
  report: Surroundings['report'],
): void {
  const model = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
  if (model !== undefined) {
    if (!Object.hasOwn(asJson(asJson(document['components'])['schemas']), model)) {
      report('warned', `Reference to model '${model}' not found. Ignoring.`, place);
    }
  } else if (reference.startsWith('#/')) {
    report('dropped', `only models are referred to, not ${reference}`, place);
  } else {
    report(
      'rejected',
      `Invalid model specified: … [Model reference must be in canonical form] ${reference}`,
      place,
    );
  }
}
