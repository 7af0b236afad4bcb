import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  listUnsubstituted,
  nameParameters,
  writeCloudFormation,
} from '../../lib/values/cloudformation-writer.js';
import { buildSample, type BuiltSample } from '../support/build-sample.js';
import { runProcess } from '../support/cli-project.js';
import { compileControllers } from '../support/create-app.js';
import { compileFixtureFor } from '../support/compile-fixture.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { ProxiedController } from '../support/origin-list.js';

/** The parameters that a body reads. */
function listParameters(body: unknown): readonly string[] {
  const names = [...JSON.stringify(body).matchAll(/\$\{([A-Za-z0-9]+)\}/g)].map((match) => match[1]!);
  return [...new Set(names.filter((name) => /^[A-Z]/.test(name) && name !== 'Dollar'))];
}

function declare(parameters: readonly string[]): object {
  return Object.fromEntries(parameters.map((name) => [name, { Type: 'String' }]));
}

/** The document of a fixture as a body, with values for what CloudFormation cannot fill in. */
async function writeBody(gateway: 'rest-api' | 'http-api', fixture: string): Promise<object> {
  const { gatewayOutput } = await compileFixtureFor(gateway, fixture);
  const { document } = gatewayOutput;
  const values = new Map(listUnsubstituted(document).map((name) => [name, 'https://app.example.com']));
  return writeCloudFormation(document, nameParameters(document), values) as object;
}

/** Reads templates of SAM as CloudFormation does, and prints what a stack would have. */
const TRANSFORM = `
import json, sys
from samtranslator.translator.transform import transform
print(json.dumps({path: transform(json.load(open(path)), {}, None) for path in sys.argv[1:]}))
`;

const FIXTURES = readdirSync(new URL('../fixtures', import.meta.url)).toSorted();
const KINDS = {
  'rest-api': { type: 'AWS::ApiGateway::RestApi', sam: 'AWS::Serverless::Api' },
  'http-api': { type: 'AWS::ApiGatewayV2::Api', sam: 'AWS::Serverless::HttpApi' },
} as const;

describeWithTools('--template cloudformation', { 'cfn-lint': findTool('cfn-lint') }, (tools) => {
  let sample: BuiltSample;
  const folder = mkdtempSync(join(tmpdir(), 'gateway-cloudformation-'));

  beforeAll(() => {
    sample = buildSample();
  });

  afterAll(() => {
    sample.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.entries(KINDS))('writes bodies of a %s that cfn-lint accepts', async (gateway, { type }) => {
    const files = await Promise.all(
      FIXTURES.map(async (fixture) => {
        const Body = await writeBody(gateway as keyof typeof KINDS, fixture);
        const file = join(folder, `${gateway}-${fixture}.json`);
        writeFileSync(
          file,
          JSON.stringify({
            AWSTemplateFormatVersion: '2010-09-09',
            Parameters: declare(listParameters(Body)),
            Resources: { Api: { Type: type, Properties: { Body, FailOnWarnings: true } } },
          }),
        );
        return file;
      }),
    );
    expect(await runProcess(tools['cfn-lint'], files, { cwd: folder })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('writes a list of origins of an HTTP API as a parameter with a list', async () => {
    const { gatewayOutput } = await compileControllers([ProxiedController], { gateway: 'http-api' });
    const { document } = gatewayOutput;
    expect(listUnsubstituted(document)).toEqual([]);
    const Body = writeCloudFormation(document, nameParameters(document), new Map());
    expect(Body).toMatchObject({ 'x-amazon-apigateway-cors': { allowOrigins: { Ref: 'CorsOrigins' } } });
    const file = join(folder, 'origins.json');
    writeFileSync(
      file,
      JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Parameters: { CorsOrigins: { Type: 'CommaDelimitedList' } },
        Resources: { Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Body, FailOnWarnings: true } } },
      }),
    );
    expect(await runProcess(tools['cfn-lint'], [file], { cwd: folder })).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  it('writes what cfn-lint accepts as a body and a policy', async () => {
    const [body, policy, template] = ['api.json', 'iam.json', 'template.json'].map((name) =>
      join(folder, name),
    );
    const { code, stderr } = sample.apigen([
      '--title=sample',
      '--version=1',
      '--template=cloudformation',
      `--out-private=${body!}`,
      `--out-iam=${policy!}`,
    ]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const [Body, PolicyDocument] = [body!, policy!].map(
      (file) => JSON.parse(readFileSync(file, 'utf8')) as object,
    );
    const parameters = listParameters([Body, PolicyDocument]);
    expect(parameters).toEqual(expect.arrayContaining(['AppOrigin', 'GatewayRoleArn', 'NotesTable']));
    const Principal = { Service: 'apigateway.amazonaws.com' };
    writeFileSync(
      template!,
      JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Parameters: declare(parameters),
        Resources: {
          Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Body, FailOnWarnings: true } },
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              AssumeRolePolicyDocument: {
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }],
              },
              Policies: [{ PolicyName: 'services', PolicyDocument }],
            },
          },
        },
      }),
    );
    expect(await runProcess(tools['cfn-lint'], [template!], { cwd: folder })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describeWithTools(
  '--template cloudformation in SAM',
  { 'python3 with samtranslator': findPythonWith('samtranslator') },
  (tools) => {
    const folder = mkdtempSync(join(tmpdir(), 'gateway-sam-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('is a definition that SAM keeps, but for the headers of preflights', async () => {
      const cases = Object.entries(KINDS).flatMap(([gateway, { sam }]) =>
        FIXTURES.map((fixture) => ({ gateway: gateway as keyof typeof KINDS, fixture, sam })),
      );
      const bodies = new Map<string, object>();
      for (const { gateway, fixture, sam } of cases) {
        const DefinitionBody = await writeBody(gateway, fixture);
        const file = join(folder, `${gateway}-${fixture}.json`);
        bodies.set(file, DefinitionBody);
        writeFileSync(
          file,
          JSON.stringify({
            AWSTemplateFormatVersion: '2010-09-09',
            Transform: 'AWS::Serverless-2016-10-31',
            Parameters: declare(listParameters(DefinitionBody)),
            Resources: {
              Api: { Type: sam, Properties: { StageName: 'prod', FailOnWarnings: true, DefinitionBody } },
            },
          }),
        );
      }
      const { code, stdout, stderr } = await runProcess(
        tools['python3 with samtranslator'],
        ['-c', TRANSFORM, ...bodies.keys()],
        { cwd: folder, env: { AWS_DEFAULT_REGION: 'eu-west-1' } },
      );
      expect({ code, stderr }).toMatchObject({ code: 0 });
      const made = JSON.parse(stdout) as Readonly<
        Record<
          string,
          { readonly Resources: { readonly Api: { readonly Properties: { readonly Body: object } } } }
        >
      >;
      for (const [file, body] of bodies) {
        expect(made[file]!.Resources.Api.Properties.Body).toMatchObject(wrapHeaders(body));
      }
    });
  },
);

/** SAM takes the headers of each OPTIONS operation for its own, without a `schema`. */
function wrapHeaders(body: object): object {
  const copy = structuredClone(body) as {
    readonly paths: Readonly<
      Record<string, { readonly options?: { readonly responses?: Record<string, Record<string, unknown>> } }>
    >;
  };
  for (const { options } of Object.values(copy.paths)) {
    const response = options?.responses?.['200'];
    if (!response?.['headers']) continue;
    response['headers'] = Object.fromEntries(
      Object.entries(response['headers']).map(([name, header]) => [name, { schema: header as unknown }]),
    );
  }
  return copy;
}

/** A Python that has a module. */
function findPythonWith(module: string): string | undefined {
  const python = findTool('python3');
  if (python === undefined) return undefined;
  return spawnSync(python, ['-c', `import ${module}`]).status === 0 ? python : undefined;
}
