import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readArguments } from '../../lib/cli/export/apigen-arguments.js';
import { chooseTemplate } from '../../lib/cli/export/choose-template.js';
import { listAsked } from '../../lib/cli/files/outputs.js';
import { renderFiles } from '../../lib/cli/files/render-files.js';
import { shapeOf } from '../../lib/model/routes/shape-of.js';
import { application, type ApplicationSpec } from '../support/arbitrary-application.js';
import { clashing } from '../support/arbitrary-clashes.js';
import type { ControllerSpec } from '../support/arbitrary-controller.js';
import type { HandlerSpec } from '../support/arbitrary-handler.js';
import { httpApiApplication } from '../support/arbitrary-http-api.js';
import { behind } from './behind.js';
import { assertCovering } from './assert-covering.js';
import { compileApplication, type CompiledApplication } from './compile-application.js';

/** An application, and the same one with its modules and their controllers in another order. */
const shuffled = (
  applications: fc.Arbitrary<ApplicationSpec>,
): fc.Arbitrary<readonly [ApplicationSpec, ApplicationSpec]> =>
  applications.chain((spec) =>
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

const ARGUMENTS = readArguments({ outPublic: 'public.json', outPrivate: 'private.yaml' });
const filesOf = (compiled: CompiledApplication): ReturnType<typeof renderFiles> =>
  renderFiles(listAsked(compiled, ARGUMENTS), {
    ...ARGUMENTS,
    template: chooseTemplate(compiled.options, undefined),
  });

/** What does not tell of the order itself. */
function diagnosticsOf({ diagnostics }: CompiledApplication): CompiledApplication['diagnostics'] {
  return diagnostics.filter(({ code }) => code !== 'shadowed-route');
}

function meets({ source: { routes } }: CompiledApplication): boolean {
  const verbs = new Map<string, string[]>();
  for (const { method, path } of routes) {
    const shape = shapeOf(path);
    verbs.set(shape, [...(verbs.get(shape) ?? []), method]);
  }
  return [...verbs.values()].some(
    (of) => new Set(of).size < of.length || (of.length > 1 && of.includes('all')),
  );
}

describe('the order of modules, of their controllers and of imports', () => {
  it.each([
    ['a REST API', 40, fc.oneof(application(), application({ hostileNames: false }))],
    ['an HTTP API', 15, fc.oneof(httpApiApplication, clashing(application())).map(behind('http-api'))],
    ['Kong', 15, fc.oneof(application(), clashing(application())).map(behind('kong'))],
  ] as const)(
    'changes no byte of the documents of %s, and no diagnostic',
    async (_, numRuns, applications) => {
      await assertCovering<readonly [ApplicationSpec, ApplicationSpec], 'changed' | 'same' | 'meeting'>(
        shuffled(applications),
        { changed: 1, same: 0, meeting: 0 },
        async ([spec, other]) => {
          const [first, second] = [await compileApplication(spec), await compileApplication(other)];
          // NestJS calls the first of two handlers that a request fits: there, the order says who answers.
          if (meets(first)) return 'meeting';
          expect(await filesOf(second)).toEqual(await filesOf(first));
          expect(diagnosticsOf(second)).toEqual(diagnosticsOf(first));
          return JSON.stringify(spec.modules) === JSON.stringify(other.modules) ? 'same' : 'changed';
        },
        { numRuns },
      );
    },
  );

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
