import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../lib/values/terraform-writer.js';
import { formatDocument } from '../../lib/cli/files/format-document.js';
import { compileControllers } from '../support/create-app.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import {
  askFrom,
  EXPECTED,
  OpenController,
  PrivateController,
  ProxiedController,
} from '../support/origin-list.js';
import { renderTemplate } from '../support/terraform.js';

describeWithTools('a list of origins in Terraform', { terraform: findTool('terraform') }, (tools) => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gateway-origins-'));
    for (const controller of [OpenController, PrivateController]) {
      const { gatewayOutput } = await compileControllers([controller]);
      const text = JSON.stringify(writeTree(gatewayOutput.document, TERRAFORM));
      writeFileSync(join(folder, `${controller.name}.json`), text);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(EXPECTED)('of %s', async (_name, list, origin, open, guarded) => {
    const render = async (controller: string): Promise<object> => {
      const values = { cors_origins: list };
      return JSON.parse(
        await renderTemplate(tools.terraform, folder, `${controller}.json`, values),
      ) as object;
    };
    expect(askFrom(await render('OpenController'), 'open', origin)).toEqual(open);
    expect(askFrom(await render('PrivateController'), 'private', origin)).toEqual(guarded);
  });

  it.each(['json', 'yaml'])('is the list of an HTTP API, in %s', async (format) => {
    const { gatewayOutput } = await compileControllers([ProxiedController], { gateway: 'http-api' });
    const file = `http-api.${format}`;
    writeFileSync(
      join(folder, file),
      await formatDocument(writeTree(gatewayOutput.document, TERRAFORM), file),
    );
    const render = async (list: string): Promise<unknown> => {
      const text = await renderTemplate(tools.terraform, folder, file, `{ cors_origins = ${list} }`);
      const document = (format === 'json' ? JSON.parse(text) : parse(text)) as Readonly<
        Record<string, { readonly allowOrigins: unknown }>
      >;
      return document['x-amazon-apigateway-cors']!.allowOrigins;
    };
    const [a, b, c] = ['https://a.example.com', 'https://b.example.com:8443', 'https://c.example.com'];
    expect(await render('[]')).toEqual(['https://none.invalid']);
    expect(await render('["*"]')).toEqual(['*']);
    expect(await render(JSON.stringify([a]))).toEqual([a]);
    expect(await render(JSON.stringify([c, b, a]))).toEqual([c, b, a]);
    expect(await render(`toset(${JSON.stringify([c, b, a])})`)).toEqual([a, b, c]);
  });

  it('with any origin allows it, but not with credentials', async () => {
    const values = { cors_origins: ['*'] };
    const render = async (controller: string): Promise<object> =>
      JSON.parse(await renderTemplate(tools.terraform, folder, `${controller}.json`, values)) as object;
    const origin = 'https://any.example.com';
    expect(askFrom(await render('OpenController'), 'open', origin)).toEqual({
      preflight: `${origin} Origin`,
      answer: `${origin} Origin`,
      error: "'*' -",
    });
    expect(askFrom(await render('PrivateController'), 'private', origin).preflight).toBe('- Origin');
  });
});
