import { afterAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsLambda } from 'nestjs-aws-gateway';
import { checkTree, headlineOf, withoutApi } from '../../../support/check-tree.js';
import { addWording, findUnknownWording, UPDATES } from '../../../wording/wording.js';

@Controller('orders')
@AwsCors({ allowOrigins: '${cors_origins}' })
class OrdersController {
  @Get()
  @AwsLambda('${list_arn}')
  list(): void {}

  @Get('open')
  @AwsLambda({ invokeArn: '${open_invoke_arn}' })
  open(): void {}
}

async function check(values: Readonly<Record<string, string>>, more = ''): Promise<readonly string[]> {
  const given = {
    cors_origins: '[]',
    list_arn: 'aws_lambda_function.list.arn',
    open_invoke_arn: 'aws_lambda_function.list.invoke_arn',
    ...values,
  };
  const found = withoutApi(
    await checkTree({
      files: {
        'main.tf': `locals {
  document = templatefile("api.json", {
${Object.entries(given)
  .map(([name, value]) => `    ${name} = ${value}\n`)
  .join('')}  })
}
resource "aws_lambda_function" "list" {}
${more}`,
      },
      controllers: [OrdersController],
    }),
  );
  expect(found.flatMap(findUnknownWording)).toEqual([]);
  return found.map(headlineOf);
}

describe('the kinds of the values of templatefile', () => {
  it.each([
    ['[]'],
    ['["https://a.example.com", "http://localhost:3000"]'],
    ['["*"]'],
    ['toset(["https://a.example.com"])'],
    ['concat(["https://a.example.com"], var.more)'],
    ['[for name in ["a", "b"] : "https://${name}.example.com"]'],
    ['var.origins'],
    ['null == var.origins ? [] : var.origins'],
  ])('takes %s for a list of origins', async (cors_origins) => {
    expect(await check({ cors_origins }, 'variable "origins" {}\nvariable "more" {}\n')).toEqual([]);
  });

  it.each([
    ['"https://a.example.com"'],
    ['join(",", ["https://a.example.com", "https://b.example.com"])'],
    ['"https://${var.name}"'],
    ['["https://a.example.com/"]'],
    ['[for name in ["A", "b"] : "https://${name}.example.com"]'],
  ])('does not take %s for one', async (cors_origins) => {
    expect(await check({ cors_origins })).toEqual(['terraform-wrong-value error main.tf:3:5 local.document']);
  });

  it.each([
    [{ list_arn: '["arn:aws:lambda:eu-west-1:123456789012:function:list"]' }],
    [{ list_arn: '{ arn = "arn:aws:lambda:eu-west-1:123456789012:function:list" }' }],
    [{ list_arn: 'aws_lambda_function.list.invoke_arn' }],
    [{ list_arn: 'aws_lambda_function.list.function_name' }],
  ])('reports %j in the place of the ARN of a function', async (values) => {
    expect(await check(values)).toEqual(['terraform-wrong-value error main.tf:4:5 local.document']);
  });

  it('reports the ARN in the place of the invoke ARN', async () => {
    expect(await check({ open_invoke_arn: 'aws_lambda_function.list.arn' })).toEqual([
      'terraform-wrong-value error main.tf:5:5 local.document',
    ]);
  });

  if (UPDATES) afterAll(addWording);
});
