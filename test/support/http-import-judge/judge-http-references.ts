import { asJson } from '../json.js';
import { INTEGRATION, type HttpSurroundings } from './http-verdict.js';

/**
 * References are resolved although schemas are ignored: a broken one is a warning, with which `failOnWarnings` fails.
 *
 * terraform-provider-aws, testAccAPIConfig_FailOnWarnings
 */
export function judgeHttpReferences({ document, report }: HttpSurroundings): void {
  const visit = (value: unknown, place: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${place} ${index}`));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        // The judge of integrations follows these.
        if (key === INTEGRATION) continue;
        if (key !== '$ref' || typeof item !== 'string') visit(item, `${place} ${key}`);
        else if (!isFound(item)) report('warned', `Parse issue: ${item} is missing`, place);
      }
    }
  };
  const isFound = (reference: string): boolean => {
    if (!reference.startsWith('#/')) return false;
    let value: unknown = document;
    for (const step of reference.slice(2).split('/')) {
      value = asJson(value)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
    return value !== undefined;
  };
  visit(document['paths'], 'paths');
  visit(document['components'], 'components');
}
