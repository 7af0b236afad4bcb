import { afterAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Param } from '@nestjs/common';
import { AwsDynamoDb, AwsLambda, fromPath } from 'nestjs-aws-gateway';
import { checkTree, headlineOf, withoutApi } from '../../../support/check-tree.js';
import { addWording, findUnknownWording, UPDATES } from '../../../wording/wording.js';

@Controller('users')
class UsersController {
  @Get()
  @AwsLambda('${list_users_arn}')
  list(): void {}

  @Get(':id')
  @AwsDynamoDb({
    action: 'GetItem',
    table: '${users_table}',
    key: { pk: fromPath('id') },
    credentials: '${role_arn}',
  })
  get(@Param('id') id: string): string {
    return id;
  }
}

const controllers = [UsersController];

async function headlines(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const found = withoutApi(await checkTree({ files, controllers }));
  expect(found.flatMap(findUnknownWording)).toEqual([]);
  return found.map(headlineOf);
}

const main = (values: string): Readonly<Record<string, string>> => ({
  'main.tf': `locals {\n  x = templatefile("api.json", {\n    ${values}\n  })\n}\n`,
});

describe('values of templatefile', () => {
  it('are right when each placeholder has one', async () => {
    expect(
      await headlines({
        'main.tf': `
locals {
  document = templatefile("\${path.module}/api.json", {
    list_users_arn = aws_lambda_function.list.arn
    "users_table" : "users"
    (upper("role_arn") == "ROLE_ARN" ? "role_arn" : "x") = aws_iam_role.x.arn
  })
}`,
      }),
    ).toEqual([]);
  });

  it('have the order of their names in `keys` and `values`', async () => {
    const files = {
      'main.tf': `
locals {
  values = { users_table = "users", role_arn = "r", list_users_arn = ["a"] }
  x = templatefile("api.json", zipmap(keys(local.values), values(local.values)))
}`,
    };
    const found = await checkTree({ files, controllers });
    expect(
      found.filter(({ code }) => code === 'terraform-wrong-value').map(({ message }) => message),
    ).toEqual([
      'the value of `list_users_arn` is a list, but the placeholder `${list_users_arn}` of the document stands for a text',
    ]);
  });

  it('are renamed in each instance of a module', async () => {
    const inner = `variable "values" {}
locals {
  x = templatefile("\${path.root}/api.json", merge(var.values, { list_user_arn = "a" }))
}`;
    expect(
      await headlines({
        'main.tf': `module "inner" {
  source = "./inner"
  for_each = toset(["a", "b"])
  values = { users_table = "users", role_arn = "r" }
}`,
        'inner/main.tf': inner,
      }),
    ).toEqual(['terraform-missing-value error inner/main.tf:3:65 module.inner["a"].local.x']);
  });

  it('are missing, unused or renamed', async () => {
    const rest = 'users_table = "users"\n    role_arn = "r"';
    expect(await headlines(main(`list_user_arn = "a"\n    ${rest}`))).toEqual([
      'terraform-missing-value error main.tf:3:5 local.x',
    ]);
    expect(await headlines(main(rest))).toEqual(['terraform-missing-value error main.tf:2:7 local.x']);
    expect(await headlines(main(`list_users_arn = "a"\n    old = 1\n    ${rest}`))).toEqual([
      'terraform-unused-value warning main.tf:4:5 local.x',
    ]);
  });

  it('are followed through locals, merge, for, modules and JSON', async () => {
    expect(
      await headlines({
        'main.tf': `
locals {
  shared = { users_table = "users" }
  names  = ["list_users", "other"]
}
module "api" {
  source = "./modules/api"
  values = merge(local.shared, { for name in local.names : "\${name}_arn" => "arn:\${name}" })
}`,
        'modules/api/main.tf.json': JSON.stringify({
          locals: {
            document:
              '${templatefile("${path.module}/../../api.json", merge(var.values, { "role_arn" = "r" }))}',
          },
        }),
        'modules/api/variables.tf': 'variable "values" {}',
      }),
    ).toEqual([]);
  });

  it('are unused only when no other template uses them', async () => {
    expect(
      await headlines({
        'main.tf': `
locals {
  shared = { users_table = "users", partition = "aws", region = "r", account_id = "1", extra = "x", left = 1 }
  document = templatefile("api.json", merge(local.shared, { list_users_arn = "a", role_arn = "r" }))
  policy = templatefile("iam.json", local.shared)
  page = templatefile("page.html", local.shared)
}`,
        'page.html': '<b>${upper(extra)}</b>',
      }),
    ).toEqual(['terraform-unused-value warning main.tf:3:101 local.document']);
  });

  it('that cannot be followed are said', async () => {
    expect(
      await headlines({
        'main.tf': `
variable "values" { default = {} }
locals {
  document = templatefile("api.json", merge(var.values, { list_users_arn = "a", role_arn = "r" }))
}`,
      }),
    ).toEqual(['terraform-not-followed info main.tf:4:45 local.document']);
  });

  it('of other documents are not checked', async () => {
    expect(
      await headlines({
        'main.tf': `locals {
  a = templatefile("other.json", {})
  b = templatefile("api.json", { list_users_arn = "a", users_table = "u", role_arn = "r" })
}`,
        'other.json': JSON.stringify({
          openapi: '3.0.1',
          paths: { '/orders': { get: { 'x-amazon-apigateway-integration': { uri: '${orders_arn}' } } } },
        }),
      }),
    ).toEqual([]);
  });

  if (UPDATES) afterAll(addWording);
});
