import { describe, expect, it } from '@jest/globals';
import { All, Body, Controller, Delete, Get, Post, type Type } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsCors,
  AwsLambda,
  AwsLogging,
  AwsMock,
  AwsSqs,
  AwsThrottle,
  fromBody,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { listFiles } from '../../../lib/backends/terraform/list-files.js';
import { compileControllers } from '../../support/create-app.js';

@Controller('users')
@AwsAuthorizer(new LambdaAuthorizer({ name: 'guard', functionArn: '${guard_function_arn}' }))
class UsersController {
  @Get(':id')
  @AwsLambda('${users_function_arn}')
  get(): void {}

  @Delete(':id/keys')
  @AwsLambda('${users_function_arn}')
  delete(): void {}

  @Post()
  @AwsSqs({ queueUrl: '${version}', message: fromBody(), credentials: '${role_arn}' })
  post(@Body() message: Record<string, string>): unknown {
    return message;
  }
}

const send = (credentials: string): MethodDecorator =>
  AwsSqs({ queueUrl: '${queue_url}', message: 'x', credentials });

async function render(controller: Type, options: AwsGatewayOptions = {}) {
  const { outputs, gatewayOutput } = await compileControllers([controller], options);
  const files = listFiles(outputs.terraform, gatewayOutput);
  return Object.fromEntries(
    files.map(({ name, content }) => [name, 'text' in content ? content.text : '']),
  ) as Readonly<Record<string, string>>;
}

describe('the Terraform module', () => {
  it('has the files of the standard structure', async () => {
    expect(Object.keys(await render(UsersController))).toEqual([
      'versions.tf',
      'variables.tf',
      'main.tf',
      'outputs.tf',
      'README.md',
      '.checkov.yaml',
      '.trivyignore',
      'kics.yaml',
      'api.json',
    ]);
  });

  it('mirrors each setting that the provider would revert, also those that are not set', async () => {
    const absent = (await render(UsersController))['main.tf']!;
    expect(absent).toContain('description                  = "Test"');
    expect(absent).toContain('api_key_source               = "HEADER"');
    expect(absent).toContain('binary_media_types           = []');
    expect(absent).toContain('minimum_compression_size     = -1');
    expect(absent).toContain('disable_execute_api_endpoint = false');
    expect(absent).not.toContain('policy = jsonencode({\n    "Version"');

    const set = (
      await render(UsersController, {
        binaryMediaTypes: ['image/png'],
        minimumCompressionSize: 0,
        apiKeySource: 'AUTHORIZER',
        endpoint: { disableExecuteApiEndpoint: true, vpcEndpointIds: ['${vpc_endpoint_id}'] },
      })
    )['main.tf']!;
    expect(set).toContain('api_key_source               = "AUTHORIZER"');
    expect(set).toContain('binary_media_types           = ["image/png"]');
    expect(set).toContain('minimum_compression_size     = 0');
    expect(set).toContain('disable_execute_api_endpoint = true');
    expect(set).toContain('[var.vpc_endpoint_id] : null');
  });

  it('gives each function the narrowest permission', async () => {
    const main = (await render(UsersController))['main.tf']!;
    expect(main).toContain('source   = "*/*/users/*"');
    expect(main).toContain('"*/DELETE/users/*/keys"');
    expect(main).toContain('"*/GET/users/*"');
    expect(main).toMatch(
      /"guard_function_arn authorizer" = \{\n +function = var.guard_function_arn\n +source   = "authorizers\/\*"/,
    );
  });

  it('makes the role, and asks for what only its policy names', async () => {
    const files = await render(UsersController);
    expect(files['main.tf']).toContain('role_arn           = aws_iam_role.this["role_arn"].arn');
    expect(files['main.tf']).toContain('Action   = ["sqs:SendMessage"]');
    expect(files['variables.tf']).not.toContain('variable "role_arn"');
  });

  it('names the roles of an account apart: by API, stage, region and placeholder', async () => {
    @Controller('jobs')
    class JobsController {
      @Post('a')
      @send('${jobs_role_arn}')
      a(): void {}

      @Post('b')
      @send('${jobs_role}')
      b(): void {}
    }
    const text = (await render(JobsController))['main.tf']!;
    const prefix = '${var.name}-${var.stage_name}-${data.aws_region.current.id}';
    expect(text).toMatch(/jobs_role +=/);
    expect(
      [...text.matchAll(/^ +jobs_role(?:_arn)? +=(.*data\.aws_region.*)$/gm)].map(([, name]) => name!.trim()),
    ).toEqual([`"${prefix}-jobs-role"`, `"${prefix}-jobs-role-2"`]);
    expect(text).toContain('length(local.role_names[each.key]) > 64 ?');
  });

  it('names no variable as Terraform names its own arguments', async () => {
    const files = await render(UsersController);
    expect(files['main.tf']).toContain('version            = var.version_value');
    expect(files['variables.tf']).toContain('variable "version_value"');
    expect(files['variables.tf']).not.toContain('variable "version"');
  });

  it('gives way to a placeholder with the name of a variable of its own', async () => {
    @Controller()
    class NamesController {
      @Get()
      @AwsLambda('${name}')
      get(): void {}
    }
    const files = await render(NamesController);
    expect(files['variables.tf']).toContain('variable "gateway_name"');
    expect(files['variables.tf']).toContain('can(regex("^[A-Za-z0-9_.-]{1,40}$", var.gateway_name))');
    expect(files['main.tf']).toContain('name              = var.gateway_name');
    expect(files['main.tf']).toContain('function = var.name');
  });

  it('tells which routes use a variable', async () => {
    const { 'variables.tf': variables, 'README.md': readme } = await render(UsersController);
    const words = 'The ARN of a Lambda function. Used by GET /users/{id}, DELETE /users/{id}/keys.';
    expect(variables).toContain(words);
    expect(readme).toContain(words);
  });

  it('has no routes in HCL but those of permissions', async () => {
    expect((await render(UsersController))['main.tf']).not.toContain('POST');
  });

  it('names the rules that scanners skip, a reason each', async () => {
    const files = await render(UsersController, { logging: { dataTrace: true } });
    for (const [name, rules] of [
      ['.checkov.yaml', ['CKV_AWS_120', 'CKV_AWS_225', 'CKV2_AWS_51', 'CKV2_AWS_29', 'CKV_AWS_276']],
      ['.trivyignore', ['AWS-0190']],
      ['kics.yaml', ['0a96ce49-4163-4ee6-8169-eb3b0797d694']],
    ] as const) {
      const lines = files[name]!.split('\n');
      for (const rule of rules) {
        const index = lines.findIndex((line) => line.replace(/^ +- /, '') === rule);
        expect([rule, lines.slice(0, index).some((line) => /^ *# .*\.$/.test(line))]).toEqual([rule, true]);
      }
    }
    expect((await render(UsersController))['.checkov.yaml']).not.toContain('CKV_AWS_276');
  });

  it('has no data source and no variable that nothing reads', async () => {
    const { 'main.tf': main, 'variables.tf': variables } = await render(UsersController);
    for (const [, name] of main!.matchAll(/^data "([^"]+)"/gm))
      expect(main).toContain(`data.${name}.current.`);
    for (const [, name] of variables!.matchAll(/^variable "([^"]+)"/gm))
      expect(main).toContain(`var.${name}`);
  });

  it('asks for the variables of the stage in the names of functions, and permits what they name', async () => {
    @Controller('staged')
    class StagedController {
      @Get()
      @AwsLambda('arn:aws:lambda:eu-west-1:123456789012:function:orders:${stageVariables.alias}')
      get(): void {}
    }
    const { 'main.tf': main, 'variables.tf': variables } = await render(StagedController);
    expect(main).toContain('function:orders:${var.stage_variables["alias"]}"');
    expect(variables).toContain('for name in ["alias"] : contains(keys(var.stage_variables), name)');
  });

  it('has settings for each verb of an any-method that is not a route of its own', async () => {
    @Controller('mixed')
    @AwsThrottle({ rate: 1, burst: 2 })
    @AwsCors({ allowOrigins: ['*'] })
    class MixedController {
      @All()
      @AwsMock()
      any(): void {}

      @Get()
      @AwsMock()
      @AwsThrottle(false)
      get(): void {}
    }

    @Controller()
    class RootController {
      @Get()
      @AwsMock()
      @AwsThrottle({ rate: 0.5, burst: 1 })
      root(): void {}
    }
    const { outputs } = await compileControllers([MixedController, RootController]);
    const { 'main.tf': main } = Object.fromEntries(
      listFiles(outputs.terraform, outputs['rest-api']!).map(({ name, content }) => [
        name,
        'text' in content ? content.text : '',
      ]),
    );
    expect([...main!.matchAll(/^ {4}"(~1[^"]*)" = \{$/gm)].map(([, path]) => path)).toEqual([
      '~1/GET',
      '~1mixed/HEAD',
      '~1mixed/POST',
      '~1mixed/PUT',
      '~1mixed/PATCH',
      '~1mixed/DELETE',
    ]);
    expect(main).toContain('rate            = 0.5');
  });
});

describe('the Terraform module of an HTTP API', () => {
  const HTTP_API: AwsGatewayOptions = { gateway: 'http-api', validation: 'none' };

  it('reads from the file what the API repeats, and writes out what only a value tells', async () => {
    const { 'main.tf': main } = await render(UsersController, {
      ...HTTP_API,
      cors: { allowOrigins: ['https://a.example.com'], maxAge: 5 },
    });
    expect(main).toContain('document = jsondecode(file("${path.module}/api.json"))');
    expect(main).toContain('version                      = local.document.info.version');
    expect(main).toContain('allow_origins = local.cors.allowOrigins');
    expect(main).toContain('max_age       = local.cors.maxAge');
    expect(main).not.toContain('allow_credentials');

    const { 'main.tf': filled } = await render(UsersController, {
      ...HTTP_API,
      cors: { allowOrigins: ['https://a.example.com', 'https://${app_host}'], allowCredentials: true },
    });
    expect(filled).toContain('allow_origins     = ["https://a.example.com", "https://${var.app_host}"]');
    expect(filled).toContain('allow_methods     = local.cors.allowMethods');
    expect((await render(UsersController, HTTP_API))['main.tf']).not.toContain('cors');
  });

  it('gives each function the narrowest permission, also for the default route and its preflights', async () => {
    const { 'main.tf': main } = await render(UsersController, HTTP_API);
    expect(main).toContain('source   = "*/*/users/*"');
    expect(main).toContain('"${aws_apigatewayv2_api.this.execution_arn}/${each.value.source}"');

    @Controller('users')
    class AllController {
      @Get(':id')
      get(): void {}
    }
    const { 'main.tf': all } = await render(AllController, {
      ...HTTP_API,
      integration: { kind: 'lambda', functionArn: '${api_function_arn}' },
      catchAll: true,
      authorizer: new LambdaAuthorizer({ name: 'guard', functionArn: '${guard_function_arn}' }),
      cors: { allowOrigins: ['https://a.example.com'] },
    });
    expect(all).toMatch(
      /function = var.api_function_arn\n +source   = "\*\/\*"\n +sources = \[\n +"\*\/\$default",\n +"\*\/GET\/users\/\*",\n +"\*\/OPTIONS\/",\n +"\*\/OPTIONS\/\*",/,
    );
  });

  it('has the limits and the metrics of routes, and sends no limit of 0', async () => {
    @Controller('users')
    class LimitedController {
      @Get(':id')
      @AwsThrottle({ rate: 5, burst: 10 })
      get(): void {}

      @Post()
      @AwsLogging({ metrics: true })
      post(): void {}

      @Delete()
      delete(): void {}
    }
    const integration = { kind: 'lambda', functionArn: '${api_function_arn}' } as const;
    const { 'main.tf': main } = await render(LimitedController, { ...HTTP_API, integration });
    expect(main).toMatch(/"GET \/users\/\{id\}" = \{\n +rate += 5\n +burst += 10\n +metrics = false\n/);
    expect(main).toMatch(/"POST \/users" = \{\n +rate += null\n +burst += null\n +metrics = true\n/);
    expect(main).not.toContain('"DELETE /users"');
    expect(main).toContain('coalesce(route_settings.value.rate, local.throttle.rate)');
    expect((await render(UsersController, HTTP_API))['main.tf']).not.toContain('route_settings.key');

    const { 'main.tf': open } = await render(LimitedController, {
      ...HTTP_API,
      integration,
      throttle: { rate: 5, burst: 10 },
      logging: { metrics: true },
    });
    // They have the settings of all routes.
    expect(open).not.toContain('route_settings.key');
    expect(open).toContain('for_each = [local.throttle]');
  });

  it('has nothing of a REST API', async () => {
    const files = await render(UsersController, HTTP_API);
    expect(Object.values(files).join('\n')).not.toMatch(/aws_api_gateway_|put_rest_api|web_acl|cache/);
    expect(files['outputs.tf']).toContain('value       = aws_apigatewayv2_stage.this.invoke_url');
    expect(files['README.md']).toContain('| `throttle` |');
    // Routes share the integration that has the placeholder.
    expect(files['variables.tf']).toContain('Used by GET /users/{id}, DELETE /users/{id}/keys.');
  });
});
