import { layOutTemplate } from '../../../grammar/lay-out-template.js';
import { listRequestValues } from '../../../services/list-request-values.js';
import { joinDeployValue, type DeployPart } from '../../../values/deploy-value.js';
import type { Vtl } from './vtl-text.js';

/** Stands for a placeholder while the text around it is laid out. */
const MARK = '\uE000';

/** The template of a request, with line breaks and indentation. */
export function layOutRequest(template: Vtl, options: unknown): Vtl {
  return layOut(template, options, true);
}

/** The template of an answer, with the line breaks that Velocity drops: callers get the JSON without blanks. */
export function layOutAnswer(template: Vtl, options: unknown): Vtl {
  return layOut(template, options, false);
}

/** Code of the author's own may print anything: a template with it stays as it is. */
function layOut(template: Vtl, options: unknown, printed: boolean): Vtl {
  const parts: readonly DeployPart[] = typeof template === 'string' ? [template] : template['@deploy'];
  if (hasCode(options) || parts.some((part) => typeof part === 'string' && part.includes(MARK)))
    return template;
  const text = parts.map((part) => (typeof part === 'string' ? part : MARK)).join('');
  const values = parts.filter((part) => typeof part !== 'string');
  const [first = '', ...others] = layOutTemplate(text, printed).split(MARK);
  return joinDeployValue(
    first,
    ...others.flatMap((behind, index) => [{ '@deploy': [values[index]!] }, behind]),
  );
}

function hasCode(options: unknown): boolean {
  return [...listRequestValues(options)].some((value) => value['@request'] === 'vtl');
}
