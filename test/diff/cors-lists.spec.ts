import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsMock } from 'nestjs-aws-gateway';
import { compareDocuments } from '../../lib/diff/compare-documents.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM, TERRAFORM_MODULE } from '../../lib/values/terraform-writer.js';
import { compileControllers } from '../support/create-app.js';

async function render(
  allowOrigins: string | readonly string[],
  { allowCredentials = false, writer = TERRAFORM } = {},
): Promise<OpenApiDocument> {
  @Controller('orders')
  @AwsCors({ allowOrigins, allowCredentials })
  class OrdersController {
    @Get()
    @AwsMock({ body: { ok: true } })
    list(): void {}
  }
  const { gatewayOutput } = await compileControllers([OrdersController], {});
  return writeTree(gatewayOutput.document, writer) as OpenApiDocument;
}

const diff = (base: OpenApiDocument, now: OpenApiDocument): readonly string[] => [
  ...new Set(compareDocuments(base, now, 'rest-api').map(({ kind, message }) => `${kind}: ${message}`)),
];

describe.each([
  ['templatefile', TERRAFORM],
  ['the generated module', TERRAFORM_MODULE],
])('a list of origins in %s', (_, writer) => {
  it.each([false, true])('has one name (with credentials: %s)', async (allowCredentials) => {
    const settings = { allowCredentials, writer };
    const base = await render('${cors_origins}', settings);
    expect(diff(base, base)).toEqual([]);
    expect(diff(base, await render('${allowed_origins}', settings))).toEqual([
      'placeholder-renamed: the placeholder `${cors_origins}` is now `${allowed_origins}`: fill in the new name, or the deployment fails',
    ]);
  });

  it('is another policy than a list in the application', async () => {
    const found = diff(
      await render('${cors_origins}', { writer }),
      await render(['https://a.example.com', 'https://b.example.com'], { writer }),
    );
    expect(found).toContain(
      'cors-origin-allowed: CORS now allows the origins `https://a.example.com` and `https://b.example.com`',
    );
    expect(found).toContain('cors-narrowed: CORS no longer allows the origin `${cors_origins}`');
    expect(found).toContain('placeholder-removed: the placeholder `${cors_origins}` is no longer used');
    expect(found.join('\n')).not.toContain('%{');
  });
});

describe('several origins', () => {
  const [a, b, c] = ['https://a.example.com', 'https://b.example.com', 'https://c.example.com'];

  it('are the same in another order', async () => {
    expect(diff(await render([a, b]), await render([b, a]))).toEqual([]);
  });

  it('are told apart, the first one too, which is the default of the header', async () => {
    expect(diff(await render([a, b]), await render([b]))).toContain(
      `cors-narrowed: CORS no longer allows the origin \`${a}\``,
    );
    expect(diff(await render([a, b]), await render([c, b]))).toEqual([
      `cors-origin-allowed: CORS now allows the origin \`${c}\``,
      `cors-narrowed: CORS no longer allows the origin \`${a}\``,
    ]);
  });
});
