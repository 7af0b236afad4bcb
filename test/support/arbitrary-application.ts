import * as fc from 'fast-check';
import { controllerSpec, type ControllerSpec } from './arbitrary-controller.js';
import { authorizers, type AuthorizerSpec } from './arbitrary-authorizer.js';
import { moduleOptions } from './arbitrary-gateway.js';
import type { Surroundings } from './arbitrary-handler.js';
import { dtoSpecs, type DtoSpec } from './arbitrary-schema.js';
import { hostileText } from './arbitrary-text.js';

/** A whole application, as data: fast-check shrinks it and prints it, and `buildApplication` makes it real. */
export interface ApplicationSpec {
  readonly openapi: '3.0.0' | '3.1.0' | '3.2.0';
  readonly title: string;
  readonly prefix?: string;
  /** Routes kept outside the prefix. */
  readonly excludedFromPrefix: readonly string[];
  readonly versioned: boolean;
  readonly dtos: readonly DtoSpec[];
  readonly authorizers: readonly AuthorizerSpec[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly modules: readonly ModuleSpec[];
  /** What `DocumentBuilder` adds: its methods and what they are given. */
  readonly document?: readonly (readonly [string, ...unknown[]])[];
}

export interface ModuleSpec {
  /** Prefix that `RouterModule` gives it. */
  readonly path?: string;
  readonly controllers: readonly ControllerSpec[];
}

export interface ApplicationOptions {
  /** DTO names that are no component names, so that plain Nest's document is no valid OpenAPI. @default true */
  readonly hostileNames?: boolean;
}

/**
 * An application without a fault of its own: every route has an integration, the routes of a path have one CORS
 * policy, and no two routes meet.
 */
export function application({ hostileNames = true }: ApplicationOptions = {}): fc.Arbitrary<ApplicationSpec> {
  return fc.tuple(authorizers, dtoSpecs({ hostileNames }), fc.boolean()).chain(([known, dtos, versioned]) =>
    fc
      .record({
        openapi: fc.constantFrom('3.0.0' as const, '3.1.0' as const),
        title: hostileText.map((text) => `Generated ${text}`),
        prefix: fc.constantFrom(undefined, 'api', 'api/v9', '/deep/er/'),
        excluded: fc.boolean(),
        options: moduleOptions(known),
        modules: fc.array(moduleSpec({ authorizers: known, dtos: dtos.length, versioned }), {
          minLength: 1,
          maxLength: 2,
        }),
      })
      .map(({ prefix, excluded, modules, ...rest }): ApplicationSpec => ({
        ...rest,
        ...(prefix === undefined ? {} : { prefix }),
        excludedFromPrefix: excluded ? ['c0_0'] : [],
        dtos,
        authorizers: known,
        versioned,
        modules: modules.map(numberControllers),
      })),
  );
}

/** Each controller gets a path of its own, so that the order of controllers does not matter. */
function numberControllers(spec: ModuleSpec, moduleIndex: number): ModuleSpec {
  return {
    ...spec,
    controllers: spec.controllers.map((given, index) => ({
      ...given,
      paths: given.paths.map((path) => path.replace('#', `${moduleIndex}_${index}`)),
    })),
  };
}

function moduleSpec(surroundings: Surroundings): fc.Arbitrary<ModuleSpec> {
  return fc.record(
    {
      path: fc.constantFrom('m', 'm/nested', '/m/'),
      controllers: fc.array(controllerSpec(surroundings), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['controllers'] },
  );
}
