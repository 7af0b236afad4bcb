import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsLambda,
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
import { startMotoProxy, type MotoProxy } from '../support/moto-proxy.js';
import { startMoto, type MotoServer } from '../support/moto-server.js';
import { writeEmulatorOverride } from '../support/terraform-emulator.js';
import { FUNCTION_CODE, FUNCTIONS_ROLE } from '../support/terraform-functions.js';
import { findPluginDir, runTerraform, terraform } from '../support/terraform.js';
import { writeModule } from '../support/write-module.js';

const guard = new LambdaAuthorizer({ name: 'guard', functionArn: '${authorizer_arn}' });

@Controller('orders')
class GuardedController {
  @Get()
  @AwsAuthorizer(guard)
  @AwsApiKey()
  @AwsLambda('${list_arn}')
  list(): void {}
}

@Controller('orders')
class OpenController {
  @Get()
  @AwsLambda('${list_arn}')
  list(): void {}
}

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-0123456789abcdef0'] } },
    },
  ],
};

const FULL: AwsGatewayOptions = {
  policy: POLICY,
  usagePlans: { partner: { throttle: { rate: 1, burst: 2 } }, internal: {} },
  throttle: { rate: 100, burst: 200 },
};

const compile = (controller: typeof GuardedController, options: AwsGatewayOptions) =>
  compileControllers([controller], options, {
    config: { ...CONFIG, info: { ...CONFIG.info, title: 'orders', description: 'Orders' } },
  });

const FUNCTIONS = `provider "aws" {
  region = "eu-central-1"
}

resource "aws_lambda_function" "this" {
  for_each      = toset(["list", "authorizer"])
  function_name = each.key
${FUNCTION_CODE}}

${FUNCTIONS_ROLE}
resource "aws_wafv2_web_acl" "this" {
  name  = "orders"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = false
    metric_name                = "orders"
    sampled_requests_enabled   = false
  }
}
`;

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';

const callOf = (name: string, more: string, authorizer = true): string => `
module "${name}" {
  source   = "./api"
  name     = "${name}"
  list_arn = aws_lambda_function.this["list"].arn
${authorizer ? '  authorizer_arn = aws_lambda_function.this["authorizer"].arn\n' : ''}${more}}
`;

/** Every kind of endpoint, and everything that is off by default and that moto has. */
const ALL = [
  callOf(
    'edge',
    `  endpoint_type = "EDGE"
  api_keys      = { shop = "partner", office = "internal" }
  domain        = { name = "edge.example.com", certificate_arn = "${CERTIFICATE}", base_path = "v1" }
  web_acl       = aws_wafv2_web_acl.this
`,
  ),
  callOf(
    'regional',
    `  domain               = { name = "regional.example.com", certificate_arn = "${CERTIFICATE}" }
  logging_level        = "OFF"
  permission_per_route = true
  cache_cluster_size   = "0.5"
  tags                 = { team = "orders" }
`,
  ),
  callOf(
    'private',
    `  endpoint_type    = "PRIVATE"
  vpc_endpoint_ids = ["vpce-0123456789abcdef0"]
`,
  ),
].join('');

interface Planned {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

describeWithTools(
  'the options of the generated module',
  {
    terraform: findTool('terraform'),
    'mirror of the AWS provider': findPluginDir(),
    moto_server: findTool('moto_server'),
  },
  (tools) => {
    let moto: MotoServer;
    let gateway: MotoProxy;
    let folder: string;
    let resources: readonly Planned[];

    const run = (...args: string[]): Promise<string> => terraform(tools.terraform, folder, args);
    const plan = () => runTerraform(tools.terraform, folder, ['plan', '-input=false', '-detailed-exitcode']);
    const apply = async (calls: string): Promise<void> => {
      writeFileSync(join(folder, 'main.tf'), `${FUNCTIONS}${calls}`);
      await run('apply', '-input=false', '-auto-approve');
      const state = JSON.parse(await run('show', '-json')) as {
        readonly values: {
          readonly root_module: {
            readonly child_modules: readonly { readonly resources: readonly Planned[] }[];
          };
        };
      };
      resources = state.values.root_module.child_modules.flatMap((one) => one.resources);
    };
    const valuesOf = (address: string): Planned['values'] | undefined =>
      resources.find((one) => one.address === `module.${address}`)?.values;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'gateway-options-'));
      moto = await startMoto(tools.moto_server);
      gateway = await startMotoProxy(moto.url);
      execFileSync(process.execPath, [join(ROOT, 'sample/functions/zip.mjs'), join(folder, 'functions.zip')]);
      writeEmulatorOverride(folder, gateway.url);
      await writeModule(join(folder, 'api'), await compile(GuardedController, FULL));
      writeFileSync(join(folder, 'main.tf'), `${FUNCTIONS}${ALL}`);
      await run('init', '-input=false', `-plugin-dir=${tools['mirror of the AWS provider']}`);
      await apply(ALL);
    }, 600_000);

    afterAll(async () => {
      await gateway?.stop();
      await moto?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    it('have nothing to do the second time', async () => {
      const { code, stdout } = await plan();
      expect(stdout).not.toMatch(/# module\..* (will|must) be/);
      expect(code).toBe(0);
    });

    it.each([
      ['edge', 'EDGE', null],
      ['regional', 'REGIONAL', null],
      ['private', 'PRIVATE', ['vpce-0123456789abcdef0']],
    ])('make an API that is %s', (name, type, endpoints) => {
      const api = valuesOf(`${name}.aws_api_gateway_rest_api.this`)!;
      const [endpoint] = api['endpoint_configuration'] as [{ types: unknown; vpc_endpoint_ids: unknown }];
      expect(endpoint.types).toEqual([type]);
      expect(endpoint.vpc_endpoint_ids ?? []).toEqual(endpoints ?? []);
      expect(JSON.parse(String(api['policy']))).toEqual(POLICY);
    });

    it('make a domain with the certificate of its endpoint, and its mapping', () => {
      expect(valuesOf('edge.aws_api_gateway_domain_name.this[0]')).toMatchObject({
        domain_name: 'edge.example.com',
        certificate_arn: CERTIFICATE,
        security_policy: 'TLS_1_2',
      });
      expect(valuesOf('edge.aws_api_gateway_base_path_mapping.this[0]')).toMatchObject({
        base_path: 'v1',
        stage_name: 'prod',
      });
      expect(valuesOf('regional.aws_api_gateway_domain_name.this[0]')).toMatchObject({
        regional_certificate_arn: CERTIFICATE,
      });
      expect(valuesOf('private.aws_api_gateway_domain_name.this[0]')).toBeUndefined();
    });

    it('make the web ACL, the plans and the keys that are asked for', () => {
      const stage = valuesOf('edge.aws_api_gateway_stage.this')!;
      expect(valuesOf('edge.aws_wafv2_web_acl_association.this[0]')).toMatchObject({
        resource_arn: stage['arn'],
      });
      const keys = resources
        .map(({ address }) => address)
        .filter((address) => /usage_plan_key|usage_plan\.|api_key/.test(address));
      expect(keys.filter((address) => address.startsWith('module.edge.')).toSorted()).toEqual([
        'module.edge.aws_api_gateway_api_key.this["office"]',
        'module.edge.aws_api_gateway_api_key.this["shop"]',
        'module.edge.aws_api_gateway_usage_plan.this["internal"]',
        'module.edge.aws_api_gateway_usage_plan.this["partner"]',
        'module.edge.aws_api_gateway_usage_plan_key.this["office"]',
        'module.edge.aws_api_gateway_usage_plan_key.this["shop"]',
      ]);
      expect(valuesOf('regional.aws_wafv2_web_acl_association.this[0]')).toBeUndefined();
    });

    it.each([
      ['a plan that does not exist', callOf('edge', '  api_keys = { shop = "other" }\n'), 'usage'],
      [
        'another endpoint',
        callOf('edge', '  endpoint_type = "GLOBAL"\n'),
        'The value must be REGIONAL, EDGE, PRIVATE.',
      ],
      [
        'a domain of a private API',
        callOf(
          'edge',
          `  endpoint_type = "PRIVATE"\n  domain = { name = "a.b", certificate_arn = "${CERTIFICATE}" }\n`,
        ),
        'A private API has no domain here',
      ],
    ])('refuse %s', async (_, call, message) => {
      writeFileSync(join(folder, 'main.tf'), `${FUNCTIONS}${call}`);
      const { code, stderr } = await plan();
      expect(code).toBe(1);
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(message);
    });

    it('go again: the authorizer, the plans, the domain and the web ACL', async () => {
      await writeModule(join(folder, 'api'), await compile(OpenController, {}));
      await apply(callOf('edge', '  endpoint_type = "EDGE"\n', false));
      const left = resources.map(({ address }) => address);
      expect(
        left.filter((address) => /usage_plan|api_key|domain_name|base_path|web_acl|authorizer/.test(address)),
      ).toEqual([]);
      const body = JSON.parse(gateway.imports.at(-1)!.body) as {
        readonly components?: object;
        readonly paths: Readonly<Record<string, { readonly get: { readonly security: unknown } }>>;
      };
      expect(JSON.stringify(body)).not.toContain('x-amazon-apigateway-authorizer');
      expect(body.paths['/orders']!.get.security).toEqual([]);
      expect(valuesOf('edge.aws_api_gateway_method_settings.this')!['settings']).toMatchObject([
        { throttling_rate_limit: -1, throttling_burst_limit: -1 },
      ]);
      const { code } = await plan();
      expect(code).toBe(0);
    });
  },
);
