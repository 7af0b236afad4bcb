import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readArguments } from '../../lib/cli/export/apigen-arguments.js';
import { listAsked } from '../../lib/cli/files/outputs.js';
import { renderFiles } from '../../lib/cli/files/render-files.js';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import type { ControllerSpec } from '../support/arbitrary-controller.js';
import type { HandlerSpec } from '../support/arbitrary-handler.js';
import { compileApplication, type CompiledApplication } from './compile-application.js';

/** An application, and the same one with its modules and their controllers in another order. */
const shuffled: fc.Arbitrary<readonly [ApplicationSpec, ApplicationSpec]> = fc
  .oneof(application(), application({ hostileNames: false }))
  .chain((spec) =>
    fc
      .tuple(
        ...spec.modules.map((module) =>
          shuffle(module.controllers).map((controllers) => ({ ...module, controllers })),
        ),
      )
      .chain(shuffle)
      .map((modules): [ApplicationSpec, ApplicationSpec] => [spec, { ...spec, modules }]),
  );

function shuffle<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

const ARGUMENTS = {
  template: 'terraform',
  ...readArguments({ outPublic: 'public.json', outPrivate: 'private.yaml' }),
} as const;
const filesOf = (compiled: CompiledApplication): ReturnType<typeof renderFiles> =>
  renderFiles(listAsked(compiled, ARGUMENTS), ARGUMENTS);

describe('the order of modules, of their controllers and of imports', () => {
  it('changes no byte of the written documents, and no diagnostic', () =>
    fc.assert(
      fc.asyncProperty(shuffled, async ([spec, other]) => {
        const [first, second] = [await compileApplication(spec), await compileApplication(other)];
        expect(await filesOf(second)).toEqual(await filesOf(first));
        expect(second.diagnostics).toEqual(first.diagnostics);
      }),
      { numRuns: 40 },
    ));

  it('numbers authorizers that the public document shows by one name in one way', async () => {
    const [spec] = fc.sample(application(), { numRuns: 1, seed: 1 });
    const controllers = [guarded('a', 0), guarded('b', 1)];
    const scheme = { type: 'apiKey', in: 'header', name: 'X-Token' };
    const same: ApplicationSpec = {
      ...spec!,
      options: { integration: { kind: 'mock' } },
      authorizers: [
        { kind: 'iam', options: { name: 'bearer' } },
        { kind: 'iam', options: { name: '${bearer}', publicScheme: scheme } },
      ],
      modules: [{ controllers }],
    };
    const first = await compileApplication(same);
    const second = await compileApplication({
      ...same,
      modules: [{ controllers: controllers.toReversed() }],
    });
    expect(await filesOf(second)).toEqual(await filesOf(first));
    expect(Object.keys(first.publicDocument.components?.['securitySchemes'] ?? {})).toHaveLength(2);
  });
});

const GET: HandlerSpec = {
  name: 'h0',
  verb: 'Get',
  paths: [''],
  hidden: false,
  decorations: [],
  query: [],
  headers: [],
  responses: [],
  operation: {},
  extensions: {},
};

function guarded(path: string, authorizer: number): ControllerSpec {
  return {
    name: path,
    paths: [path],
    hidden: false,
    decorations: [{ decorator: 'AwsAuthorizer', args: [authorizer] }],
    handlers: [GET],
  };
}
