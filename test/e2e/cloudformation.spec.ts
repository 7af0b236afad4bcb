import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample, type BuiltSample } from '../support/build-sample.js';
import { runProcess } from '../support/cli-project.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';

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
    const names = [...JSON.stringify([Body, PolicyDocument]).matchAll(/\$\{([A-Za-z0-9]+)\}/g)].map(
      (match) => match[1]!,
    );
    const parameters = new Set(names.filter((name) => /^[A-Z]/.test(name) && name !== 'Dollar'));
    expect([...parameters]).toEqual(expect.arrayContaining(['AppOrigin', 'GatewayRoleArn', 'NotesTable']));
    const Principal = { Service: 'apigateway.amazonaws.com' };
    writeFileSync(
      template!,
      JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Parameters: Object.fromEntries([...parameters].map((name) => [name, { Type: 'String' }])),
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
