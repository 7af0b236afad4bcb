import { asJson, type Json } from '../json.js';
import type { Target } from './judge-uri.js';
import type { OperationPlace } from './verdict.js';
import { judgeMime, judgeTemplate } from './vtl/judge-template.js';

const BEHAVIORS = new Set(['when_no_match', 'when_no_templates', 'never']);
const SIZE = 300 * 1024;

/** Request templates, and what is done with a body that matches none; "Integration passthrough behaviors". */
export function judgePassthrough(
  kind: string,
  integration: Json,
  target: Target | undefined,
  at: OperationPlace,
): void {
  const { place, report, binaryJson } = at;
  const { passthroughBehavior, requestTemplates, contentHandling } = integration;
  const behavior = String(passthroughBehavior ?? 'when_no_match').toLowerCase();
  const templates = Object.entries(asJson(requestTemplates));
  if (!BEHAVIORS.has(behavior)) report('rejected', `no passthrough behavior: ${behavior}`, place);
  if (kind.endsWith('_proxy')) {
    if (templates.length > 0) report('dropped', 'the request template of a proxy', place);
    return;
  }
  if (templates.length === 0 && behavior === 'never') report('broken', 'every call is answered 415', place);
  if (kind === 'aws' && target !== undefined && !['lambda', 's3'].includes(target.service)) {
    const passes = templates.length === 0 ? behavior !== 'never' : behavior === 'when_no_match';
    if (passes) report('broken', 'a caller can send the service a request of their own', place);
  }
  for (const [mime, template] of templates) {
    judgeMime(mime, place, report);
    const where = `${place} template ${mime}`;
    if (typeof template !== 'string') {
      report('warned', `Invalid format for 'requestTemplates'. Expected type string`, where);
      continue;
    }
    if (Buffer.byteLength(template) > SIZE) report('rejected', 'a template of more than 300 KB', where);
    judgeTemplate(template, 'request', where, at);
    if (kind === 'mock' && !/["']?statusCode["']?\s*:\s*\d{3}/.test(template)) {
      report('broken', 'a mock answers 500 without a statusCode', where);
    }
    if (!binaryJson) continue;
    if (contentHandling !== 'CONVERT_TO_TEXT')
      report('broken', 'a template cannot read a binary body', where);
    else if (/\$!?\{?input\.(json|path)\b/.test(template)) {
      report('broken', 'a binary body made text is base64, and no JSON', where);
    }
  }
}
