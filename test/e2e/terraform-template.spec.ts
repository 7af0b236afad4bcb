import { expect, it } from '@jest/globals';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { AwsAuthorizer, AwsLambda, AwsMock, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDocument } from '../../lib/cli/files/format-document.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../lib/values/terraform-writer.js';
import { compileControllers } from '../support/create-app.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { renderTemplate } from '../support/terraform.js';

const DESCRIPTION = 'Calls ${user_function_arn}, %{ if x }%{ endif } and $${y}; "quoted" \\ 100%{z} $ ${';
const PATTERN = '^[^${]+%{3}$';
const TEMPLATE = '#set($a = ${input}){"a":"${a}","b":"%{b}","c":"${user_function_arn}"}';

class HostileDto {
  @ApiProperty({ pattern: PATTERN, description: DESCRIPTION })
  readonly code!: string;
}

@Controller('hostile')
@AwsAuthorizer(new LambdaAuthorizer({ name: '${authorizer_name}', functionArn: '${authorizer_arn}' }))
class HostileController {
  @Post()
  @AwsLambda({
    functionArn: '${user_function_arn}',
    mode: 'custom',
    requestTemplates: { 'application/json': TEMPLATE },
    responses: { default: { statusCode: 200, responseTemplates: { 'application/json': TEMPLATE } } },
  })
  @ApiOperation({ summary: DESCRIPTION, description: DESCRIPTION })
  @ApiOkResponse({ type: HostileDto, description: DESCRIPTION })
  post(@Body() body: HostileDto): HostileDto {
    return body;
  }

  @Get()
  @AwsMock({ headers: { 'X-Price': '$${price}' } })
  get(): void {}
}

/** The values that are filled in are text too: Terraform does not read them again. */
const VALUES = {
  user_function_arn: 'arn:aws:lambda:eu-west-1:123456789012:function:user',
  authorizer_name: 'guard',
  authorizer_arn: 'arn:aws:lambda:eu-west-1:123456789012:function:guard',
  price: '${5}%{5}',
};

interface Rendered {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties: unknown }>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}

interface Operation {
  readonly [field: string]: unknown;
  readonly 'x-amazon-apigateway-integration': {
    readonly uri?: string;
    readonly requestTemplates: unknown;
    readonly responses: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

describeWithTools('templatefile', { terraform: findTool('terraform') }, (tools) => {
  it('fills placeholders, and leaves every other text as the application has it', async () => {
    const { privateDocument, diagnostics } = await compileControllers([HostileController], {
      models: 'all',
      ignore: { 'private-value-in-public': 'the texts name placeholders on purpose' },
    });
    expect(diagnostics).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'gateway-template-'));
    try {
      const file = join(folder, 'private.json');
      writeFileSync(file, await formatDocument(writeTree(privateDocument, TERRAFORM), file));

      const { paths, components } = JSON.parse(
        await renderTemplate(tools.terraform, folder, file, VALUES),
      ) as Rendered;
      const { post, get } = paths['/hostile']!;

      expect(post).toMatchObject({
        summary: DESCRIPTION,
        description: DESCRIPTION,
        responses: { 200: { description: DESCRIPTION } },
        security: [{ guard: [] }],
        'x-amazon-apigateway-integration': {
          uri: `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/${VALUES.user_function_arn}/invocations`,
          requestTemplates: { 'application/json': TEMPLATE },
          responses: { default: { responseTemplates: { 'application/json': TEMPLATE } } },
        },
      });
      expect(components.schemas['HostileDto']?.properties).toEqual({
        code: { type: 'string', pattern: PATTERN, description: DESCRIPTION },
      });
      expect(Object.keys(components.securitySchemes)).toEqual(['guard']);
      expect(get?.['x-amazon-apigateway-integration'].responses['default']?.['responseParameters']).toEqual({
        'method.response.header.X-Price': "'$${5}%{5}'",
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
