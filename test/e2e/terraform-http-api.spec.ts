import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsHttp,
  AwsLambda,
  AwsPublic,
  AwsSqs,
  fromBody,
  JwtAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/build-sample.js';
import { CONFIG, compileControllers } from '../support/create-app.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { startMoto, type MotoServer } from '../support/moto-server.js';
import { writeEmulatorOverride } from '../support/terraform-emulator.js';
import { TerraformState } from '../support/terraform-state.js';
import { FUNCTION_CODE, FUNCTIONS_ROLE } from '../support/terraform-functions.js';
import { findPluginDir, runTerraform, terraform } from '../support/terraform.js';
import { writeModule } from '../support/write-module.js';

const REGION = 'eu-central-1';
const jwt = new JwtAuthorizer({ name: 'jwt', issuer: 'https://${issuer_host}', audience: ['shop'] });
const guard = new LambdaAuthorizer({ name: 'guard', functionArn: '${guard_function_arn}' });

@Controller('users')
@AwsAuthorizer(jwt)
class UsersController {
  @Get(':name')
  @AwsLambda('${users_function_arn}')
  get(@Param('name') name: string): string {
    return name;
  }

  @Get(':name/notes')
  @AwsAuthorizer(guard)
  @AwsHttp({ baseUrl: 'http://notes.internal', vpcLink: '${vpc_link_id}', target: '${listener_arn}' })
  notes(@Param('name') name: string): unknown {
    return name;
  }

  @Post('jobs')
  @AwsPublic()
  @AwsSqs({ queueUrl: '${jobs_queue_url}', message: fromBody(), credentials: '${services_role_arn}' })
  enqueue(@Body() job: Record<string, string>): unknown {
    return job;
  }
}

interface Version {
  readonly settings?: AwsGatewayOptions;
  readonly description?: string;
}

function compileVersion({ settings = {}, description = 'A "shop" with ${x} and %{y}' }: Version) {
  return compileControllers(
    [UsersController],
    { gateway: 'http-api', validation: 'none', ...settings },
    { config: { ...CONFIG, info: { title: 'The shop & more', description, version: '1.2.3' } } },
  );
}

const CORS = { allowOrigins: ['https://app.example.com', '${origin}'], allowCredentials: true, maxAge: 600 };

/** What a team writes: the module's call, and what stands behind the routes. */
const CALL = `provider "aws" {
  region = "${REGION}"
}

module "api" {
  source             = "./api"
  issuer_host        = "id.example.com"
  users_function_arn = aws_lambda_function.users.arn
  guard_function_arn = aws_lambda_function.users.arn
  vpc_link_id        = "abc123"
  listener_arn       = "arn:aws:elasticloadbalancing:${REGION}:123456789012:listener/app/notes/1/2"
  jobs_queue_url     = "https://sqs.${REGION}.amazonaws.com/123456789012/jobs"
  jobs_queue_arn     = "arn:aws:sqs:${REGION}:123456789012:jobs"
  throttle           = { rate = 100, burst = 50 }
  # origin
}

resource "aws_lambda_function" "users" {
  function_name = "users"
${FUNCTION_CODE}}

${FUNCTIONS_ROLE}`;
const withOrigins = (origins: readonly string[]): string =>
  CALL.replace('# origin', `cors_origins = ${JSON.stringify(origins)}`);
const WITH_ORIGIN = CALL.replace('# origin', 'origin = "https://shop.example.com"');

describeWithTools(
  'the generated module of an HTTP API',
  {
    terraform: findTool('terraform'),
    'mirror of the AWS provider': findPluginDir(),
    moto_server: findTool('moto_server'),
  },
  (tools) => {
    let moto: MotoServer;
    let folder: string;
    let state: TerraformState;

    const run = (...args: string[]): Promise<string> => terraform(tools.terraform, folder, args);
    const deploy = async (version: Version, call: string): Promise<void> => {
      writeFileSync(join(folder, 'main.tf'), call);
      await writeModule(join(folder, 'api'), await compileVersion(version));
      await run('apply', '-input=false', '-auto-approve');
      state = new TerraformState(await run('show', '-json'));
    };
    const plan = () => runTerraform(tools.terraform, folder, ['plan', '-input=false', '-detailed-exitcode']);
    const api = () => state.list('aws_apigatewayv2_api')[0]!.values;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'http-api-module-'));
      moto = await startMoto(tools.moto_server);
      writeFileSync(join(folder, 'main.tf'), WITH_ORIGIN);
      execFileSync(process.execPath, [join(ROOT, 'sample/functions/zip.mjs'), join(folder, 'functions.zip')]);
      writeEmulatorOverride(folder, moto.url);
      await writeModule(join(folder, 'api'), await compileVersion({ settings: { cors: CORS } }));
      await run('init', '-input=false', `-plugin-dir=${tools['mirror of the AWS provider']}`);
      await run('validate');
      await deploy({ settings: { cors: CORS } }, WITH_ORIGIN);
    }, 600_000);

    afterAll(async () => {
      await moto?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    it('is formatted', async () => {
      await expect(
        runTerraform(tools.terraform, join(folder, 'api'), ['fmt', '-check', '-diff']),
      ).resolves.toMatchObject({ code: 0, stdout: '' });
    });

    it('has nothing to do the second time', async () => {
      await expect(plan()).resolves.toMatchObject({ code: 0 });
    });

    it('repeats name, version, description and CORS of the document', () => {
      expect(api()).toMatchObject({
        name: 'The shop & more',
        version: '1.2.3',
        description: 'A "shop" with ${x} and %{y}',
        cors_configuration: [
          {
            allow_credentials: true,
            allow_headers: ['Authorization', 'Content-Type'],
            allow_methods: ['GET', 'OPTIONS', 'POST'],
            allow_origins: ['https://app.example.com', 'https://shop.example.com'],
            max_age: 600,
          },
        ],
      });
    });

    it.each([
      ['none', [], ['https://none.invalid']],
      ['one', ['https://a.example.com'], ['https://a.example.com']],
      [
        'several',
        ['https://b.example.com', 'https://a.example.com:8443', 'https://b.example.com'],
        ['https://b.example.com', 'https://a.example.com:8443'],
      ],
    ])('takes a list of origins: %s', async (_, given, expected) => {
      await deploy({ settings: { cors: { allowOrigins: '${cors_origins}' } } }, withOrigins(given));
      const body = JSON.parse(String(api()['body'])) as { 'x-amazon-apigateway-cors': object };
      expect(body['x-amazon-apigateway-cors']).toMatchObject({ allowOrigins: expected });
      expect(api()).toMatchObject({ cors_configuration: [{ allow_origins: expected.toSorted() }] });
      // moto deletes the stages of an API that is imported again.
      await run('apply', '-input=false', '-auto-approve');
      await expect(plan()).resolves.toMatchObject({ code: 0 });
      await expect(
        runTerraform(tools.terraform, join(folder, 'api'), ['fmt', '-check', '-diff']),
      ).resolves.toMatchObject({ code: 0 });
    });

    it('refuses what is not an origin, and `*` with credentials', async () => {
      const settings = { cors: { allowOrigins: '${cors_origins}', allowCredentials: true } };
      await writeModule(join(folder, 'api'), await compileVersion({ settings }));
      for (const wrong of ['*', 'https://app.example.com/']) {
        writeFileSync(join(folder, 'main.tf'), withOrigins([wrong]));
        expect((await plan()).stderr).toContain('Invalid value for variable');
      }
    });

    it('has a stage that deploys by itself, with an access log and a limit', () => {
      expect(state.list('aws_apigatewayv2_stage')[0]!.values).toMatchObject({
        name: '$default',
        auto_deploy: true,
        access_log_settings: [{ destination_arn: state.text('aws_cloudwatch_log_group', 'arn') }],
        default_route_settings: [{ throttling_rate_limit: 100, throttling_burst_limit: 50 }],
      });
      expect(state.text('aws_cloudwatch_log_group', 'name')).toBe('/aws/apigateway/The-shop-more/default');
    });

    it('lets API Gateway call the functions from their routes and authorizers only', () => {
      const arn = state.text('aws_apigatewayv2_api', 'execution_arn');
      const sources = state.list('aws_lambda_permission').map(({ values }) => values['source_arn']);
      expect(sources.toSorted()).toEqual([`${arn}/*/GET/users/*`, `${arn}/authorizers/*`]);
    });

    it('makes the role with what the routes need', () => {
      expect(JSON.parse(state.text('aws_iam_role_policy', 'policy')).Statement).toEqual([
        {
          Effect: 'Allow',
          Action: ['sqs:SendMessage'],
          Resource: `arn:aws:sqs:${REGION}:123456789012:jobs`,
        },
      ]);
      expect(state.list('aws_iam_role').map(({ values }) => values['name'])).toContain(
        'The-shop-more-default-eu-central-1-services-role',
      );
    });
  },
);
