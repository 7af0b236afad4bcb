import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GetDeploymentsCommand, GetStageCommand } from '@aws-sdk/client-api-gateway';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPlaceholders, writeTree, type DeployTree } from '../../lib/values/deploy-tree.js';
import { buildSample, DOCUMENT_OPTIONS, ROOT, type BuiltSample } from '../support/build-sample.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { compileSample } from '../support/compile-sample.js';
import { listFunctionCallers } from '../support/list-function-callers.js';
import { listServiceRights } from '../support/list-service-rights.js';
import { listSampleValues } from '../support/list-sample-values.js';
import { startMoto, type MotoServer } from '../support/moto-server.js';
import { suitMoto, type Document } from '../support/moto-document.js';
import { startMotoProxy, type MotoProxy } from '../support/moto-proxy.js';
import { createClient, expectRestApi, readRestApi } from '../support/read-rest-api.js';
import { writeEmulatorOverride } from '../support/terraform-emulator.js';
import { TerraformState } from '../support/terraform-state.js';
import { findPluginDir, renderTemplate, runTerraform, terraform } from '../support/terraform.js';

const REGION = 'eu-central-1';
const VARIABLES = {
  region: REGION,
  app_origin: 'https://shop.example.org',
  orders_load_balancer_arn: `arn:aws:elasticloadbalancing:${REGION}:123456789012:loadbalancer/net/orders/0123456789abcdef`,
  shop_token: 'token-of-shops',
  device_token: '0123456789abcdef0123456789abcdef',
};

/** Every route of the sample, written by hand: method, path, integration. */
const ROUTES = [
  'GET /api/v1/events AWS_PROXY',
  'POST /api/v1/events AWS',
  'GET /api/v1/events/kinds AWS_PROXY',
  'POST /api/v1/feedback/complaints AWS',
  'OPTIONS /api/v1/feedback/complaints MOCK',
  'GET /api/v1/feedback/questions AWS',
  'OPTIONS /api/v1/feedback/questions MOCK',
  'POST /api/v1/feedback/reviews AWS',
  'OPTIONS /api/v1/feedback/reviews MOCK',
  'POST /api/v1/feedback/views/{visitor} AWS',
  'OPTIONS /api/v1/feedback/views/{visitor} MOCK',
  'POST /api/v1/feedback/wishes AWS',
  'OPTIONS /api/v1/feedback/wishes MOCK',
  'GET /api/v1/files/{path+} AWS',
  'HEAD /api/v1/files/{path+} AWS',
  'PUT /api/v1/files/{path+} AWS',
  'OPTIONS /api/v1/files/{path+} MOCK',
  'ANY /api/v1/legacy/{rest+} HTTP_PROXY',
  'OPTIONS /api/v1/legacy/{rest+} MOCK',
  'GET /api/v1/notes AWS',
  'OPTIONS /api/v1/notes MOCK',
  'GET /api/v1/notes/{id} AWS',
  'PUT /api/v1/notes/{id} AWS',
  'PATCH /api/v1/notes/{id} AWS',
  'DELETE /api/v1/notes/{id} AWS',
  'OPTIONS /api/v1/notes/{id} MOCK',
  'GET /api/v1/orders HTTP_PROXY',
  'POST /api/v1/orders HTTP_PROXY',
  'OPTIONS /api/v1/orders MOCK',
  'GET /api/v1/orders/{id} HTTP_PROXY',
  'OPTIONS /api/v1/orders/{id} MOCK',
  'GET /api/v1/returns/{id} AWS',
  'PUT /api/v1/returns/{id} AWS',
  'OPTIONS /api/v1/returns/{id} MOCK',
  'GET /api/v1/users AWS_PROXY',
  'POST /api/v1/users AWS_PROXY',
  'OPTIONS /api/v1/users MOCK',
  'GET /api/v1/users/{name} AWS',
  'DELETE /api/v1/users/{name} AWS_PROXY',
  'OPTIONS /api/v1/users/{name} MOCK',
  'GET /health MOCK',
  'OPTIONS /health MOCK',
];

interface JsonObject {
  [key: string]: unknown;
}

describeWithTools(
  'terraform',
  {
    terraform: findTool('terraform'),
    'mirror of the AWS provider': findPluginDir(),
    moto_server: findTool('moto_server'),
  },
  (tools) => {
    const pluginDir = tools['mirror of the AWS provider'];
    let sample: BuiltSample;
    let moto: MotoServer;
    let gateway: MotoProxy;
    let home: string;
    let configuration: string;
    let document: string;
    let policy: string;
    let module: string;
    let exported: ReturnType<BuiltSample['apigen']>;
    let state: TerraformState;
    let intended: DeployTree;

    const run = (...args: string[]): Promise<string> => terraform(tools.terraform, configuration, args);
    const readState = async (): Promise<TerraformState> => new TerraformState(await run('show', '-json'));
    const client = () => createClient(moto.url, REGION);
    const restApiId = (): string => state.text('aws_api_gateway_rest_api', 'id');

    beforeAll(async () => {
      sample = buildSample();
      home = mkdtempSync(join(tmpdir(), 'gateway-terraform-'));
      configuration = join(home, 'terraform');
      document = join(home, 'openapi/api_private.json');
      policy = join(home, 'openapi/iam_policy.json');
      module = join(configuration, 'api');
      // What git has of the folder: nothing that an earlier deployment left.
      cpSync(join(ROOT, 'sample/terraform'), configuration, {
        recursive: true,
        filter: (file) => !/\.terraform|tfstate|tfvars|\.zip$|\/api$/.test(file),
      });
      mkdirSync(join(home, 'openapi'));
      execFileSync(process.execPath, [
        join(ROOT, 'sample/functions/zip.mjs'),
        join(configuration, 'functions.zip'),
      ]);
      exported = sample.apigen([
        ...DOCUMENT_OPTIONS,
        '--out-private',
        document,
        '--out-iam',
        policy,
        '--out-terraform',
        module,
      ]);

      intended = await compileSample();
      moto = await startMoto(tools.moto_server);
      gateway = await startMotoProxy(moto.url);
      writeEmulatorOverride(configuration, gateway.url);
      writeFileSync(join(configuration, 'terraform.tfvars.json'), JSON.stringify(VARIABLES));
      await run('init', '-input=false', `-plugin-dir=${pluginDir}`);
      await run('validate');
      await run('apply', '-input=false', '-auto-approve');
      state = await readState();
    }, 600_000);

    afterAll(async () => {
      await gateway?.stop();
      await moto?.stop();
      sample?.remove();
      if (home) rmSync(home, { recursive: true, force: true });
    });

    it('deploys what the command writes', () => {
      const routes = ROUTES.filter((route) => !route.startsWith('OPTIONS'));
      const { code, stderr } = exported;
      expect({ code, stderr: stderr.split('\n').slice(0, 3) }).toEqual({
        code: 0,
        stderr: [
          'apigen: 5 ignored diagnostics (--list shows them)',
          `${document}: ${routes.length} routes, written`,
          `${policy}: 10 statements, written`,
        ],
      });
    });

    it('is formatted', async () => {
      await expect(
        runTerraform(tools.terraform, join(ROOT, 'sample/terraform'), ['fmt', '-check', '-recursive']),
      ).resolves.toMatchObject({ code: 0, stdout: '' });
    });

    it('serves every route of the application, and no other', async () => {
      const deployed = await readRestApi(client(), restApiId());

      expect(
        Object.entries(deployed)
          .map(([method, { integration }]) => `${method} ${String(integration['type'])}`)
          .toSorted(),
      ).toEqual(ROUTES.toSorted());
    });

    it('holds every integration and every response as the application says', async () => {
      const asked = suitMoto(
        writeTree(intended, undefined, listSampleValues(state, VARIABLES.app_origin)) as Document,
      );

      expect(decodeForms(await readRestApi(client(), restApiId()))).toEqual(expectRestApi(asked));
    });

    it('fills in every placeholder and changes nothing else', async () => {
      const values = listSampleValues(state, VARIABLES.app_origin);
      expect(listPlaceholders(intended)).toEqual([...values.keys()].toSorted());
      const asked = writeTree(intended, undefined, values) as JsonObject;

      const rendered = await renderTemplate(tools.terraform, home, document, Object.fromEntries(values));
      expect(JSON.parse(rendered)).toEqual(asked);

      const [imported, ...others] = gateway.imports;
      expect(decodeForms(JSON.parse(imported!.body))).toEqual(asked);
      expect(imported!.query).toEqual({ failonwarnings: 'true', mode: 'overwrite' });
      expect(others).toEqual([]);
    });

    it('lets API Gateway call each function that it calls without a role', () => {
      const asked = writeTree(intended, undefined, listSampleValues(state, VARIABLES.app_origin));
      const execution = state.text('aws_api_gateway_rest_api', 'execution_arn');
      const callers = listFunctionCallers(asked).map(({ functionArn, caller }) => [
        functionArn,
        `${execution}/${caller}`,
      ]);
      const names = new Map(
        state.list('aws_lambda_function').map(({ values }) => [values['arn'], values['arn']]),
      );
      const allowed = state
        .list('aws_lambda_permission')
        .map(({ values }) => [names.get(values['function_name']), values['source_arn']]);

      expect(callers).toHaveLength(7);
      expect(allowed.toSorted()).toEqual(callers.toSorted());
    });

    it('lets the gateway do with the services what the routes need, and nothing else', () => {
      const services = state.list('aws_iam_role_policy').find(({ name }) => name === 'services_of_gateway');

      expect(JSON.parse(String(services?.values['policy']))).toEqual(listServiceRights(state, REGION));
    });

    it('deploys functions that exist', async () => {
      const functions = (await import('../../sample/functions/index.mjs' as string)) as JsonObject;
      const handlers = state.list('aws_lambda_function').map(({ values }) => String(values['handler']));

      expect(handlers.toSorted()).toEqual(
        Object.keys(functions)
          .map((name) => `index.${name}`)
          .toSorted(),
      );
    });

    it('has nothing to do the second time', async () => {
      await expect(
        runTerraform(tools.terraform, configuration, ['plan', '-input=false', '-detailed-exitcode']),
      ).resolves.toMatchObject({ code: 0 });
    });

    it('has the throttling, the cache and the usage plan of the decorators', async () => {
      const stage = await client().send(new GetStageCommand({ restApiId: restApiId(), stageName: 'prod' }));
      expect(stage.variables).toEqual({ shop: 'sample-api' });
      expect(stage.methodSettings).toMatchObject({
        '~1api~1v1~1events/POST': {
          throttlingRateLimit: 50,
          throttlingBurstLimit: 100,
          cachingEnabled: false,
        },
        '~1api~1v1~1events/GET': { throttlingRateLimit: -1, cacheTtlInSeconds: 60, cachingEnabled: true },
      });
      expect(state.list('aws_api_gateway_usage_plan_key').map(({ index }) => index)).toEqual(['devices']);
    });

    it('deploys again when the document changes', async () => {
      const before = await client().send(new GetStageCommand({ restApiId: restApiId(), stageName: 'prod' }));
      editDocument(join(module, 'api.json'), (changed) => {
        delete (changed['paths'] as JsonObject)['/api/v1/events/kinds'];
      });

      await run('apply', '-input=false', '-auto-approve');
      await expect(
        runTerraform(tools.terraform, configuration, ['plan', '-input=false', '-detailed-exitcode']),
      ).resolves.toMatchObject({ code: 0 });

      const after = await client().send(new GetStageCommand({ restApiId: restApiId(), stageName: 'prod' }));
      const deployments = await client().send(new GetDeploymentsCommand({ restApiId: restApiId() }));
      expect(after.deploymentId).not.toBe(before.deploymentId);
      expect(deployments.items?.map(({ id }) => id)).toEqual([after.deploymentId]);
      expect(Object.keys(await readRestApi(client(), restApiId()))).not.toContain('GET /api/v1/events/kinds');
    });
  },
);

/** In a form body the module encodes a value, such as an ARN. */
function decodeForms(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document).replaceAll('%3A', ':'));
}

function editDocument(file: string, edit: (document: JsonObject) => void): void {
  const document = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
  edit(document);
  writeFileSync(file, JSON.stringify(document));
}
