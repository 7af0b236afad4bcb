import * as fc from 'fast-check';
import type { ApplicationSpec } from './arbitrary-application.js';
import { cors } from './arbitrary-gateway.js';
import type { Verb } from './arbitrary-handler.js';

/** Paths that Nest routes, and of which some API Gateway cannot hold, or not side by side. */
const PATHS = [
  '',
  ':a',
  ':b',
  ':a/x',
  ':b/x',
  ':a/:a',
  '*rest',
  '*other',
  'x/*rest/y',
  'x-:y',
  ':a.:b',
  'ü',
  'a b',
  'a%20b',
  '{:optional}',
  'opt{/:a}',
  'x//y',
  'a~b',
  '$default',
  'same',
];
const CONTROLLER_PATHS = ['', 'c', ':id', 'c/:id', 'ö'];
const VERBS: readonly Verb[] = ['Get', 'Post', 'Options', 'All', 'Search'];

interface Clash {
  readonly paths: readonly string[];
  readonly controllerPath: string;
  readonly verb: Verb;
  readonly cors: Readonly<Record<string, unknown>> | false | undefined;
}

const clash: fc.Arbitrary<Clash> = fc.record({
  paths: fc.uniqueArray(fc.constantFrom(...PATHS), { minLength: 1, maxLength: 2 }),
  controllerPath: fc.constantFrom(...CONTROLLER_PATHS),
  verb: fc.constantFrom(...VERBS),
  cors: fc.option(fc.oneof(cors, fc.constant(false as const)), { nil: undefined }),
});

/** An application whose routes meet, disagree and have paths of every kind: some are at fault, some are not. */
export function clashing(application: fc.Arbitrary<ApplicationSpec>): fc.Arbitrary<ApplicationSpec> {
  return application.chain((spec) => {
    const handlers = spec.modules.flatMap(({ controllers }) => controllers).flatMap((one) => one.handlers);
    return fc
      .array(clash, { minLength: handlers.length, maxLength: handlers.length })
      .map((clashes): ApplicationSpec => {
        const left = [...clashes];
        return {
          ...spec,
          modules: spec.modules.map((module) => ({
            ...module,
            controllers: module.controllers.map((controller) => ({
              ...controller,
              paths: [left[0]!.controllerPath],
              handlers: controller.handlers.map((handler) => {
                const { paths, verb, cors: policy } = left.shift()!;
                const decorations = policy === undefined ? [] : [{ decorator: 'AwsCors', args: [policy] }];
                return { ...handler, paths, verb, decorations: [...handler.decorations, ...decorations] };
              }),
            })),
          })),
        };
      });
  });
}
