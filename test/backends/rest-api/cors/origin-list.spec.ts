import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { compileFilled } from '../../../../lib/cli/export/compile-filled.js';
import { readApplication } from '../../../../lib/nest/read-application.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../../../lib/values/terraform-writer.js';
import { compileControllers, CONFIG, createApp, moduleOf } from '../../../support/create-app.js';
import {
  askFrom,
  EXPECTED,
  OpenController,
  PrivateController,
  ProxiedController,
} from '../../../support/origin-list.js';

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

  it('is the list of an HTTP API, also with --var', async () => {
    const source = readApplication(await createApp(moduleOf([ProxiedController])), CONFIG);
    const render = (vars: ReadonlyMap<string, string>): unknown => {
      const { gatewayOutput, diagnostics } = compileFilled(source, { gateway: 'http-api' }, vars);
      expect(diagnostics).toEqual([]);
      return writeTree(gatewayOutput.document);
    };
    expect(render(new Map())).toHaveProperty('x-amazon-apigateway-cors.allowOrigins', ['${cors_origins}']);
    const [a, b] = ['https://a.example.com', 'https://b.example.com'];
    expect(render(new Map([['cors_origins', `${a}, ${b}`]]))).toHaveProperty(
      'x-amazon-apigateway-cors.allowOrigins',
      [a, b],
    );
    expect(render(new Map([['cors_origins', '']]))).not.toHaveProperty('x-amazon-apigateway-cors');
  });

  it('is for Kong only what --var fills in', async () => {
    const source = readApplication(await createApp(moduleOf([ProxiedController])), CONFIG);
    const compile = (vars: ReadonlyMap<string, string>) => compileFilled(source, { gateway: 'kong' }, vars);
    const found = compile(new Map()).diagnostics;
    expect(found.map(({ code, fix }) => [code, fix])).toEqual([
      ['not-expressible', expect.stringContaining('`--var cors_origins=')],
    ]);
    const filled = compile(new Map([['cors_origins', 'https://a.example.com, https://b.example.com']]));
    expect(filled.diagnostics).toEqual([]);
    expect(JSON.stringify(writeTree(filled.gatewayOutput.document))).toContain(
      '"origins":["https://a.example.com","https://b.example.com"]',
    );
  });

  it('has no fixed origin: whoever fits gets the header', async () => {
    const { gatewayOutput } = await compileControllers([PrivateController]);
    const text = JSON.stringify(writeTree(gatewayOutput.document));
    expect(text).not.toContain('"method.response.header.Access-Control-Allow-Origin":');
    expect(text).toContain('"method.response.header.Vary":"\'Origin\'"');
    expect(text).toContain('"method.response.header.Access-Control-Allow-Credentials":"\'true\'"');
  });
});
