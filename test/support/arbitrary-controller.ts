import * as fc from 'fast-check';
import { cors, settings } from './arbitrary-gateway.js';
import { integration, type Decoration } from './arbitrary-integration.js';
import {
  handlerSpec,
  meets,
  optional,
  versions,
  type HandlerSpec,
  type Surroundings,
} from './arbitrary-handler.js';

/** A controller class, as data. `#` in a path stands for a number of its own. */
export interface ControllerSpec {
  readonly name: string;
  readonly paths: readonly string[];
  readonly versions?: readonly string[];
  /** `@ApiExcludeController` */
  readonly hidden: boolean;
  readonly decorations: readonly Decoration[];
  readonly handlers: readonly HandlerSpec[];
}

export function controllerSpec(surroundings: Surroundings): fc.Arbitrary<ControllerSpec> {
  return fc
    .record({
      // Two controllers of one name are two controllers.
      name: fc.constantFrom('UsersController', 'OrdersController', 'a-b', 'ü'),
      paths: fc.constantFrom(['c#'], ['c#', 'other#/sub'], ['/c#/']),
      versions: versions(surroundings),
      hidden: fc.oneof(
        { weight: 5, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      integration: fc.option(integration, { nil: undefined }),
      settings: settings(surroundings.authorizers),
      cors: fc.option(fc.oneof(cors, fc.constant(false as const)), { nil: undefined }),
      handlers: fc.uniqueArray(handlerSpec(surroundings), {
        minLength: 1,
        maxLength: 3,
        // Two versions of one route could meet: each verb and path stands once.
        comparator: (a, b) =>
          a.verb === b.verb && a.paths.some((path) => b.paths.some((other) => meets(path, other))),
      }),
    })
    .map(({ integration: given, settings: others, cors: policy, handlers, versions: ofClass, ...rest }) => ({
      ...rest,
      ...optional('versions', ofClass),
      decorations: [
        ...(given ? [given] : []),
        ...others,
        ...(policy === undefined ? [] : [{ decorator: 'AwsCors', args: [policy] }]),
      ],
      handlers: handlers.map((spec, index) => ({ ...spec, name: `h${index}` })),
    }));
}
