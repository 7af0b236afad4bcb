import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { compareDocuments } from '../../lib/diff/compare-documents.js';
import type { ApiGatewayId } from '../../lib/model/api-gateways.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM, TERRAFORM_MODULE } from '../../lib/values/terraform-writer.js';
import { compileControllers } from '../support/create-app.js';

async function render(
  allowOrigins: string | readonly string[],
  { allowCredentials = false, writer = TERRAFORM, gateway = 'rest-api' as ApiGatewayId } = {},
): Promise<OpenApiDocument> {
  @Controller('orders')
  @AwsCors({ allowOrigins, allowCredentials })
  class OrdersController {
    @Get()
    @(gateway === 'rest-api' ? AwsMock({ body: { ok: true } }) : AwsLambda(FUNCTION))
    list(): void {}
  }
  const { gatewayOutput } = await compileControllers([OrdersController], { gateway });
  return writeTree(gatewayOutput.document, writer) as OpenApiDocument;
}

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';

const diff = (
  base: OpenApiDocument,
  now: OpenApiDocument,
  gateway: ApiGatewayId = 'rest-api',
): readonly string[] => [
  ...new Set(compareDocuments(base, now, gateway).map(({ kind, message }) => `${kind}: ${message}`)),
];

describe.each([
  ['templatefile', 'rest-api', TERRAFORM],
  ['the generated module', 'rest-api', TERRAFORM_MODULE],
  ['templatefile of an HTTP API', 'http-api', TERRAFORM],
  ['the generated module of an HTTP API', 'http-api', TERRAFORM_MODULE],
] as const)('a list of origins in %s', (_, gateway, writer) => {
  it.each([false, true])('has one name (with credentials: %s)', async (allowCredentials) => {
    const settings = { allowCredentials, writer, gateway };
    const base = await render('${cors_origins}', settings);
    expect(diff(base, base, gateway)).toEqual([]);
    expect(diff(base, await render('${allowed_origins}', settings), gateway)).toEqual([
      'placeholder-renamed: the placeholder `${cors_origins}` is now `${allowed_origins}`: fill in the new name, or the deployment fails',
    ]);
  });

  it('is another policy than a list in the application', async () => {
    const found = diff(
      await render('${cors_origins}', { writer, gateway }),
      await render(['https://a.example.com', 'https://b.example.com'], { writer, gateway }),
      gateway,
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
