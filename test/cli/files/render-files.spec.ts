import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AwsLambda } from 'nestjs-aws-gateway';
import { readArguments } from '../../../lib/cli/export/apigen-arguments.js';
import { listAsked } from '../../../lib/cli/files/outputs.js';
import { renderFiles } from '../../../lib/cli/files/render-files.js';
import type { RawArguments } from '../../../lib/cli/command/raw-arguments.js';
import { iamPolicy } from '../../../lib/backends/iam-policy/index.js';
import { terraform } from '../../../lib/backends/terraform/index.js';
import type { Outputs } from '../../../lib/backends/index.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';
import { compileControllers } from '../../support/create-app.js';
import { makeModel, makeRoute } from '../../support/make-model.js';
import { makeRestApi } from '../../support/make-rest-api.js';

@Controller('things')
class PlaceholderController {
  @Get()
  @AwsLambda('${get_arn}')
  get(): void {}
}

const model = makeModel({ routes: [makeRoute()] });
const document = { note: 'costs ${x}', uri: parseDeployValue('${arn}/${stage}') };
const outputs: Partial<Outputs> = {
  'public-openapi': {
    paths: {
      '/b': { parameters: [], get: {}, post: {}, 'x-own': {} },
      '/a': { get: {} },
    } as unknown as Outputs['public-openapi']['paths'],
  },
  'rest-api': { ...makeRestApi(model, document), limits: [] },
  'iam-policy': { Version: '2012-10-17', Statement: [] },
  terraform: terraform.render(model),
};
const render = (raw: RawArguments, given: Partial<Outputs> = {}): ReturnType<typeof renderFiles> => {
  const args = readArguments(raw);
  return renderFiles(listAsked({ model, outputs: { ...outputs, ...given } }, args), {
    template: 'terraform',
    ...args,
  });
};

describe('renderFiles', () => {
  it('renders what is asked for', async () => {
    expect(await render({})).toEqual([]);
    expect((await render({ outPrivate: 'b.json' })).map(({ target }) => target)).toEqual(['b.json']);
    expect((await render({ outPrivate: 'b.json', outPublic: '-' })).map(({ target }) => target)).toEqual([
      '-',
      'b.json',
    ]);
  });

  it('counts operations in the public document and routes in the private one', async () => {
    const files = await render({ outPrivate: 'b.json', outPublic: 'a.json' });
    expect(files.map(({ content }) => content)).toEqual(['3 operations', '1 route']);
  });

  it('writes the policy with the placeholders that IAM needs, filled and escaped as the document is', async () => {
    const table = {
      kind: 'dynamodb',
      options: { action: 'GetItem', table: parseDeployValue('${t}'), key: {} },
    };
    const policy = iamPolicy.render(makeModel({ routes: [makeRoute({ integration: table as never })] }));
    const raw = { outIam: 'policy.json', var: ['t=users'] };
    const [file] = await render(raw, { 'iam-policy': policy });
    expect(file!.content).toBe('1 statement');
    const statement = (JSON.parse(file!.text) as { Statement: readonly object[] }).Statement[0];
    expect(statement).toEqual({
      Effect: 'Allow',
      Action: ['dynamodb:GetItem'],
      Resource: 'arn:${partition}:dynamodb:${region}:${account_id}:table/users',
    });
  });

  it('writes the placeholders of a run', async () => {
    const compiled = await compileControllers([PlaceholderController]);
    const [file] = await renderFiles(listAsked(compiled, { outPlaceholders: 'placeholders.json' }), {
      ...readArguments({}),
      template: 'terraform',
    });
    expect(file).toMatchObject({ target: 'placeholders.json', content: '1 placeholder' });
    expect(JSON.parse(file!.text)).toMatchObject({
      placeholders: [{ name: 'get_arn', routes: ['GET /things'] }],
    });
  });

  it('sorts the public document', async () => {
    const [file] = await render({ outPublic: 'a.json' });
    expect(Object.keys((JSON.parse(file!.text) as Outputs['public-openapi']).paths)).toEqual(['/a', '/b']);
  });

  it.each([
    [{}, { note: 'costs $${x}', uri: '${arn}/${stage}' }],
    [{ var: ['arn=a${b.c}'] }, { note: 'costs $${x}', uri: 'a$${b.c}/${stage}' }],
    [
      { template: 'none', var: ['arn=a${b.c}', 'stage=v1'] },
      { note: 'costs ${x}', uri: 'a${b.c}/v1' },
    ],
  ])('writes placeholders for %j', async (raw, written) => {
    const [file] = await render({ outPrivate: 'b.json', ...raw });
    expect(JSON.parse(file!.text)).toEqual(written);
  });
});
