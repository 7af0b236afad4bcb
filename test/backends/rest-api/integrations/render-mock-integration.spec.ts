import { describe, expect, it } from '@jest/globals';
import { renderMockIntegration } from '../../../../lib/backends/rest-api/integrations/render-mock-integration.js';
import type { RenderedIntegration } from '../../../../lib/backends/rest-api/integrations/rendered-integration.js';
import { renderTemplate } from '../../../../lib/testing/template/render-template.js';
import type { MockIntegration } from '../../../../lib/model/integrations/integration.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';

const render = (given: Partial<MockIntegration>): RenderedIntegration =>
  writeTree(
    renderMockIntegration({ kind: 'mock', status: 200, headers: {}, ...given }),
  ) as RenderedIntegration;

function templateOf(text: string, json: boolean): string {
  const contentType = json ? 'application/json' : 'text/plain';
  const { responses } = render({ body: { contentType, json, text: parseDeployValue(text) } });
  return responses!['default']!.responseTemplates![contentType] as string;
}

describe('renderMockIntegration', () => {
  it('answers a status, for a request without a body', () => {
    expect(render({ status: 204 })).toEqual({
      type: 'mock',
      contentHandling: 'CONVERT_TO_TEXT',
      passthroughBehavior: 'never',
      requestTemplates: { 'application/json': '{"statusCode":204}' },
      responses: { default: { statusCode: '204', contentHandling: 'CONVERT_TO_TEXT' } },
    });
  });

  it('maps its headers as static values', () => {
    const headers = { 'Retry-After': parseDeployValue('120'), 'X-Stage': parseDeployValue('${stage_name}') };
    expect(render({ headers }).responses!['default']!.responseParameters).toEqual({
      'method.response.header.Retry-After': "'120'",
      'method.response.header.X-Stage': "'${stage_name}'",
    });
  });

  it('writes JSON in which VTL sees nothing, and which reads as it was', () => {
    const body = { 'a$#': ['$input.body', '#if(true)', '$5 ## "\\" ${x.y} \n'] };
    const template = templateOf(JSON.stringify(body), true);
    expect(template).not.toMatch(/[$#]/);
    expect(JSON.parse(template)).toEqual(body);
  });

  it('leaves placeholders in JSON', () => {
    expect(templateOf('{"stage":"${stage_name}$"}', true)).toBe('{"stage":"${stage_name}\\u0024"}');
  });

  it('writes plain text as it is', () => {
    expect(templateOf('plain ${stage_name} \\ %{x}', false)).toBe('plain ${stage_name} \\ %{x}');
  });

  it('prints by references what VTL would read in a text', () => {
    const references = "#set($dollar = '$')#set($hash = '#')#set($backslash = '\\')";
    expect(templateOf('$5 #if \\$x \\n ${stage_name}$', false)).toBe(
      `${references}\${dollar}5 \${hash}if \${backslash}\${dollar}x \\n \${stage_name}\${dollar}`,
    );
  });

  it.each(['\n$5', '  \r\n#x\n', '${stage_name}$', '$\n'])('prints %j whole', (text) => {
    const template = templateOf(text, false).replace('${stage_name}', '\nfilled');
    expect(renderTemplate(template).text).toBe(text.replace('${stage_name}', '\nfilled'));
  });
});
