import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GetRestApiCommand, GetStageCommand } from '@aws-sdk/client-api-gateway';
import { All, Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  AwsCache,
  AwsDynamoDb,
  AwsLambda,
  AwsLogging,
  AwsMock,
  AwsSns,
  AwsThrottle,
  fromBody,
  fromPath,
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
import { startMotoProxy, type MotoProxy } from '../support/moto-proxy.js';
import { startMoto, type MotoServer } from '../support/moto-server.js';
import { createClient } from '../support/read-rest-api.js';
import { writeEmulatorOverride } from '../support/terraform-emulator.js';
import { TerraformState } from '../support/terraform-state.js';
import { askFrom, EXPECTED, PrivateController } from '../support/origin-list.js';
import { FUNCTION_CODE, FUNCTIONS_ROLE } from '../support/terraform-functions.js';
import { findPluginDir, runTerraform, terraform } from '../support/terraform.js';
import { writeModule } from '../support/write-module.js';

const REGION = 'eu-central-1';
const HOSTILE = 'a "quote", a \\ backslash,\na line, $input.body, #set and ${x}';

const SETTINGS: AwsGatewayOptions = {
  binaryMediaTypes: ['image/png'],
  minimumCompressionSize: 1024,
  apiKeySource: 'AUTHORIZER',
  endpoint: { disableExecuteApiEndpoint: true },
  throttle: { rate: 100, burst: 200 },
};

interface Version {
  readonly settings?: AwsGatewayOptions;
  readonly summary?: string;
}

/** The application at one time. */
function compileVersion({ settings = {}, summary = 'One' }: Version) {
  @Controller('users')
  class UsersController {
    @Get(':name')
    @ApiOperation({ summary })
    @AwsThrottle({ rate: 5, burst: 10 })
    @AwsCache({ ttl: 60, keys: ['path.name'] })
    @AwsLambda('${get_user_function_arn}')
    get(@Param('name') name: string): string {
      return name;
    }

    @Get(':name/notes')
    @AwsDynamoDb({ action: 'GetItem', table: '${notes_table}', key: { pk: fromPath('name') } })
    notes(@Param('name') name: string): unknown {
      return name;
    }

    @Post('alerts')
    @AwsSns({ topicArn: '${alerts_topic_arn}', subject: '${subject}', message: fromBody() })
    alert(@Body() message: Record<string, string>): unknown {
      return message;
    }

    @All('any')
    @AwsLogging({ level: 'INFO', metrics: false })
    @AwsMock()
    any(): void {}

    @Get('motd')
    @AwsMock({ body: { text: '${motd}' } })
    motd(): void {}
  }
  return compileControllers(
    [UsersController, PrivateController],
    {
      credentials: '${services_role_arn}',
      usagePlans: { partner: { throttle: { rate: 1, burst: 2 }, quota: { limit: 1000, period: 'DAY' } } },
      ...settings,
    },
    {
      config: { ...CONFIG, info: { ...CONFIG.info, title: 'shop', description: 'A shop' } },
    },
  );
}

const [NONE, ONE, SEVERAL] = ['none', 'one', 'several'].map(
  (wanted) => EXPECTED.find(([name]) => name === wanted)![1],
) as [readonly string[], readonly string[], readonly string[]];

/** What pages of each origin see of a document with a list, and what they have to see. */
function lookAt(body: string, list: readonly string[]): { readonly seen: unknown; readonly wanted: unknown } {
  const document = JSON.parse(body) as object;
  const cases = EXPECTED.filter(([, origins]) => origins === list);
  return {
    seen: cases.map(([, , origin]) => askFrom(document, 'private', origin)),
    wanted: cases.map(([, , , , guarded]) => guarded),
  };
}

const literal = (text: string): string => JSON.stringify(text).replaceAll(/[$%](?=\{)/g, '$&$&');

/** What a team writes: the module's call, and what stands behind the routes. */
const CALL = `provider "aws" {
  region = "${REGION}"
}

module "api" {
  source                = "./api"
  get_user_function_arn = aws_lambda_function.get_user.arn
  notes_table           = "notes"
  alerts_topic_arn      = "arn:aws:sns:${REGION}:123456789012:alerts"
  subject               = ${literal(HOSTILE)}
  motd                  = ${literal(HOSTILE)}
  api_keys              = { shop = "partner" }
  cors_origins          = ${JSON.stringify(SEVERAL)}
  put_rest_api_mode     = "overwrite"
}

resource "aws_lambda_function" "get_user" {
  function_name = "get-user"
${FUNCTION_CODE}}

${FUNCTIONS_ROLE}`;

interface Imported {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly 'x-amazon-apigateway-integration': {
              readonly cacheKeyParameters?: readonly string[];
              readonly requestTemplates: Readonly<Record<string, string>>;
              readonly responses: {
                readonly default: { readonly responseTemplates: Readonly<Record<string, string>> };
              };
            };
          }
        >
      >
    >
  >;
}

describeWithTools(
  'the generated module',
  {
    terraform: findTool('terraform'),
    'mirror of the AWS provider': findPluginDir(),
    moto_server: findTool('moto_server'),
  },
  (tools) => {
    let moto: MotoServer;
    let gateway: MotoProxy;
    let folder: string;
    let state: TerraformState;
    let call = CALL;

    const run = (...args: string[]): Promise<string> => terraform(tools.terraform, folder, args);
    const deploy = async (version: Version): Promise<void> => {
      await writeModule(join(folder, 'api'), await compileVersion(version));
      await run('apply', '-input=false', '-auto-approve');
      state = new TerraformState(await run('show', '-json'));
    };
    const plan = () => runTerraform(tools.terraform, folder, ['plan', '-input=false', '-detailed-exitcode']);
    const client = () => createClient(moto.url, REGION);
    const restApiId = (): string => state.text('aws_api_gateway_rest_api', 'id');
    const deployment = async (): Promise<string | undefined> =>
      (await client().send(new GetStageCommand({ restApiId: restApiId(), stageName: 'prod' }))).deploymentId;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'gateway-module-'));
      moto = await startMoto(tools.moto_server);
      gateway = await startMotoProxy(moto.url);
      writeFileSync(join(folder, 'main.tf'), CALL);
      execFileSync(process.execPath, [join(ROOT, 'sample/functions/zip.mjs'), join(folder, 'functions.zip')]);
      writeEmulatorOverride(folder, gateway.url);
      await writeModule(join(folder, 'api'), await compileVersion({ settings: SETTINGS }));
      await run('init', '-input=false', `-plugin-dir=${tools['mirror of the AWS provider']}`);
      await run('validate');
      await deploy({ settings: SETTINGS });
    }, 600_000);

    afterAll(async () => {
      await gateway?.stop();
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

    it('lets no value out of its place', () => {
      const { paths } = JSON.parse(gateway.imports.at(-1)!.body) as Imported;
      const answer =
        paths['/users/motd']!['get']!['x-amazon-apigateway-integration'].responses.default.responseTemplates;
      const form = paths['/users/alerts']!['post']!['x-amazon-apigateway-integration'].requestTemplates;

      // VTL finds nothing to run in it.
      expect(answer['application/json']).not.toMatch(/[$#]/);
      expect(JSON.parse(answer['application/json']!)).toEqual({ text: HOSTILE });
      expect(/&Subject=([^&#]*)/.exec(form['application/json']!)?.[1]?.replaceAll('+', ' ')).toBe(
        encodeURIComponent(HOSTILE).replaceAll('%20', ' '),
      );
    });

    it('lets API Gateway call the function from its route only', () => {
      const [permission, ...others] = state.list('aws_lambda_permission');
      expect(others).toEqual([]);
      expect(permission?.values).toMatchObject({
        source_arn: `${state.text('aws_api_gateway_rest_api', 'execution_arn')}/*/GET/users/*`,
      });
    });

    it('gives the stage what routes declare', async () => {
      const stage = await client().send(new GetStageCommand({ restApiId: restApiId(), stageName: 'prod' }));
      expect({ size: stage.cacheClusterSize, on: stage.cacheClusterEnabled }).toEqual({
        size: '0.5',
        on: true,
      });
      const { '*/*': all, '~1users~1{name}/GET': user, ...others } = stage.methodSettings!;
      expect(all).toMatchObject({
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
        loggingLevel: 'ERROR',
        metricsEnabled: true,
        cachingEnabled: false,
      });
      expect(user).toMatchObject({
        throttlingRateLimit: 5,
        throttlingBurstLimit: 10,
        loggingLevel: 'ERROR',
        metricsEnabled: true,
        cachingEnabled: true,
        cacheTtlInSeconds: 60,
        cacheDataEncrypted: true,
        requireAuthorizationForCacheControl: true,
      });
      // A stage knows no any-method.
      expect(Object.keys(others).toSorted()).toEqual(
        ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].map((verb) => `~1users~1any/${verb}`),
      );
      expect(others['~1users~1any/GET']).toMatchObject({
        loggingLevel: 'INFO',
        metricsEnabled: false,
        throttlingRateLimit: 100,
      });
      const { paths } = JSON.parse(gateway.imports.at(-1)!.body) as Imported;
      expect(paths['/users/{name}']!['get']!['x-amazon-apigateway-integration'].cacheKeyParameters).toEqual([
        'method.request.path.name',
      ]);
    });

    it('makes the usage plan, and the keys that are asked for', async () => {
      expect(state.list('aws_api_gateway_usage_plan').map(({ index }) => index)).toEqual(['partner']);
      expect(state.list('aws_api_gateway_usage_plan_key')[0]?.values).toMatchObject({
        usage_plan_id: state.text('aws_api_gateway_usage_plan', 'id'),
        key_id: state.text('aws_api_gateway_api_key', 'id'),
      });
    });

    it('makes the role with what the routes need', () => {
      expect(JSON.parse(state.text('aws_iam_role_policy', 'policy')).Statement).toEqual([
        {
          Effect: 'Allow',
          Action: ['sns:Publish'],
          Resource: `arn:aws:sns:${REGION}:123456789012:alerts`,
        },
        {
          Effect: 'Allow',
          Action: ['dynamodb:GetItem'],
          Resource: `arn:aws:dynamodb:${REGION}:123456789012:table/notes`,
        },
      ]);
    });

    it('does not deploy a change of texts', async () => {
      const before = await deployment();
      await deploy({ settings: SETTINGS, summary: 'Two' });
      expect(await deployment()).toBe(before);
    });

    it('allows the origins of the list', () => {
      const { seen, wanted } = lookAt(gateway.imports.at(-1)!.body, SEVERAL);
      expect(seen).toEqual(wanted);
    });

    it('deploys a change of a target, and merges if it is asked to', async () => {
      const before = await deployment();
      call = CALL.replace('"notes"', '"notes-2"')
        .replace(JSON.stringify(SEVERAL), JSON.stringify(ONE))
        .replace('"overwrite"', '"merge"');
      writeFileSync(join(folder, 'main.tf'), call);
      await deploy({ settings: SETTINGS, summary: 'Two' });

      expect(await deployment()).not.toBe(before);
      expect(gateway.imports.at(-1)!.query['mode']).toBe('merge');
      const { seen, wanted } = lookAt(gateway.imports.at(-1)!.body, ONE);
      expect(seen).toEqual(wanted);
    });

    it('takes a removed setting and all origins out of the API, and imports where only the mode changes', async () => {
      const before = gateway.settings.length;
      call = call.replace(JSON.stringify(ONE), '[]');
      writeFileSync(join(folder, 'main.tf'), call);
      await deploy({});
      const { seen, wanted } = lookAt(gateway.imports.at(-1)!.body, NONE);
      expect(seen).toEqual(wanted);
      expect(gateway.imports.at(-1)!.query['mode']).toBe('merge');

      writeFileSync(join(folder, 'main.tf'), call.replace('"merge"', '"overwrite"'));
      await run('apply', '-input=false', '-auto-approve');
      expect(gateway.imports.at(-1)!.query['mode']).toBe('overwrite');

      // moto takes every text for true, and keeps the size: what it was asked for counts.
      const asked = new Map(gateway.settings.slice(before));
      expect(asked.get('/disableExecuteApiEndpoint')).toBe('false');
      expect(asked.has('/minimumCompressionSize')).toBe(true);
      expect(asked.get('/minimumCompressionSize')).not.toBe('1024');
      const api = await client().send(new GetRestApiCommand({ restApiId: restApiId() }));
      expect({ types: api.binaryMediaTypes ?? [], source: api.apiKeySource }).toEqual({
        types: [],
        source: 'HEADER',
      });
    });

    it('refuses a value that is not what a route needs', async () => {
      writeFileSync(join(folder, 'main.tf'), CALL.replace('"notes"', '"the \\"notes\\""'));
      const { code, stderr } = await plan();
      expect(code).toBe(1);
      expect(stderr).toContain('The value must be the name of a DynamoDB table, or its ARN.');
    });
  },
);
