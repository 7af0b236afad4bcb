import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { compileFilled } from '../../../../lib/cli/export/compile-filled.js';
import { readApplication } from '../../../../lib/nest/read-application.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../../../lib/values/terraform-writer.js';
import { compileControllers, CONFIG, createApp, moduleOf } from '../../../support/create-app.js';
import { askFrom, EXPECTED, OpenController, PrivateController } from '../../../support/origin-list.js';

/** The document with a list as `--var` fills it in. */
async function fill(controller: Type, list: readonly string[]): Promise<object> {
  const source = readApplication(await createApp(moduleOf([controller])), CONFIG);
  const vars = new Map([['cors_origins', list.join(', ')]]);
  const { gatewayOutput, diagnostics } = compileFilled(source, {}, vars);
  expect(diagnostics).toEqual([]);
  return writeTree(gatewayOutput.document) as object;
}

describe('a placeholder for a list of origins', () => {
  it.each(EXPECTED.filter(([, list]) => list.length > 0))(
    'is filled by --var with %s',
    async (_name, list, origin) => {
      const { preflight } = askFrom(await fill(OpenController, list), 'open', origin);
      // A fixed origin stands where only one may call, or none fits.
      const allowed = list.includes(origin) ? origin : list[0];
      expect(preflight).toBe(`${allowed} ${list.length > 1 ? 'Origin' : '-'}`);
    },
  );

  it('is filled by --var with nothing: there is no policy, and so no preflight', async () => {
    expect(JSON.stringify(await fill(OpenController, []))).not.toContain('Access-Control');
  });

  it('stands in the template as a directive without quotes', async () => {
    const { gatewayOutput } = await compileControllers([OpenController]);
    const text = JSON.stringify(writeTree(gatewayOutput.document, TERRAFORM));
    const directives = [...text.matchAll(/%\{[^}]*\}/g)].map(([found]) => found);
    expect(directives).toContain('%{ for origin in cors_origins }');
    expect(directives.join('')).not.toMatch(/["\\]/);
  });

  it('has no fixed origin: whoever fits gets the header', async () => {
    const { gatewayOutput } = await compileControllers([PrivateController]);
    const text = JSON.stringify(writeTree(gatewayOutput.document));
    expect(text).not.toContain('"method.response.header.Access-Control-Allow-Origin":');
    expect(text).toContain('"method.response.header.Vary":"\'Origin\'"');
    expect(text).toContain('"method.response.header.Access-Control-Allow-Credentials":"\'true\'"');
  });
});
