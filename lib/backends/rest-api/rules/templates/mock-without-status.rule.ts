import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** A mock answers with the status that its request template writes, and with 500 where it writes none. */
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
        const message = 'the mock has no request template that writes a `statusCode`, so it answers 500';
        yield { at, message, fix };
      }
      for (const [contentType, template] of templates) {
        if (/statusCode/.test(template) || mayPrintAnything(template)) continue;
        const message = `the request template for \`${contentType}\` of the mock writes no \`statusCode\`, so it answers 500`;
        yield { at, message, fix };
      }
    }
  },
};

/** What a caller sends, or a variable, may hold the status. */
function mayPrintAnything(template: string): boolean {
  return /\$!?\{?[A-Za-z]/.test(template.replace(/#set\s*\([^)]*\)/g, ''));
}
