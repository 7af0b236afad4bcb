import { beforeAll, describe, expect, it } from '@jest/globals';
import { deployDocument } from '../../lib/testing/gateway/integration-document.js';
import { renderTemplate } from '../../lib/testing/template/render-template.js';
import { createServiceDocument } from '../support/create-service-document.js';
import { listCases, VALUES } from '../support/template-corpus.js';

/** What a template prints as data, where it prints JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function onOneLine(template: string): string {
  return template.replaceAll(/\n */g, '');
}

describe('the line breaks of generated templates', () => {
  let cases: ReturnType<typeof listCases>;
  beforeAll(async () => {
    cases = listCases(deployDocument(await createServiceDocument(), { values: VALUES }));
  });

  it('change no request, and no byte of an answer', () => {
    const laidOut = cases.filter(({ template }) => template.includes('\n'));
    const different = laidOut.flatMap(({ label, template, ...input }) => {
      const written = renderTemplate(template, input);
      const plain = renderTemplate(onOneLine(template), input);
      const isRequest = /^\S+ \S+ \w+\//.test(label);
      const [before, after] = [plain, written].map(({ text, overrides }) =>
        JSON.stringify([isRequest ? parse(text) : text, overrides]),
      );
      return before === after ? [] : [{ label, before, after }];
    });
    expect(different).toEqual([]);
    expect(laidOut.length).toBeGreaterThan(1000);
  });

  it('stand in every long template but forms, those with code of the author, and those of one value', () => {
    const long = cases
      .filter(({ template }) => !template.includes('Action=') && !template.includes('\n'))
      .filter(({ template }) => template.length > 250)
      .map(({ label }) => label.split(' ').slice(0, 2).join(' '));
    expect([...new Set(long)]).toEqual(['PUT /dynamodb/one/{name}', 'GET /step-functions/run/{name}']);
  });
});
