import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** A mock returns the status that its request template writes, or 500 without a status. */
export const mockWithoutStatus: Rule = {
  code: 'mock-without-status',
  severity: 'error',
  *check(model) {
    for (const {
      route,
      view: { type, requestTemplates },
    } of listRawIntegrations(model)) {
      if (type !== 'mock') continue;
      const templates = Object.entries(requestTemplates);
      const at = placeOf(route);
      const fix = `Write \`requestTemplates: { 'application/json': '{"statusCode":200}' }\`, or use \`@AwsMock\`.`;
      if (templates.length === 0) {
        const message = 'the mock has no request template that writes a `statusCode`: every call returns 500';
        yield { at, message, fix };
      }
      for (const [contentType, template] of templates) {
        if (/statusCode/.test(template) || mayPrintAnything(template)) continue;
        const message = `the request template for \`${contentType}\` of the mock writes no \`statusCode\`: every call returns 500`;
        yield { at, message, fix };
      }
    }
  },
};

/** Caller input or a variable may contain the status. */
function mayPrintAnything(template: string): boolean {
  return /\$!?\{?[A-Za-z]/.test(template.replace(/#set\s*\([^)]*\)/g, ''));
}
