import {
  All,
  Body,
  Controller,
  Delete,
  Get,
  Head,
  Headers,
  Module,
  Options,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Search,
  UseGuards,
  VERSION_NEUTRAL,
  Version,
  VersioningType,
  type INestApplication,
  type Type,
} from '@nestjs/common';
import { NestFactory, RouterModule } from '@nestjs/core';
import {
  ApiBody,
  ApiExcludeController,
  ApiExcludeEndpoint,
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  DocumentBuilder,
  type OpenAPIObject,
} from '@nestjs/swagger';
import * as swagger from '@nestjs/swagger';
import * as library from 'nestjs-aws-gateway';
import { DTO } from '../support/arbitrary-strange.js';
import type { ApplicationSpec, ModuleSpec } from '../support/arbitrary-application.js';
import type { ControllerSpec } from '../support/arbitrary-controller.js';
import type { AuthorizerSpec } from '../support/arbitrary-authorizer.js';
import type { Decoration } from '../support/arbitrary-integration.js';
import type { HandlerSpec, Verb } from '../support/arbitrary-handler.js';
import type { DtoSpec } from '../support/arbitrary-schema.js';
import { asJson } from '../support/json.js';
import { buildDtos, createClass, reachableDtos } from './build-dtos.js';

const VERBS: Readonly<Record<Verb, (paths: string[]) => MethodDecorator>> = {
  Get,
  Post,
  Put,
  Patch,
  Delete,
  Head,
  Options,
  All,
  Search,
};

const AUTHORIZERS = {
  lambda: library.LambdaAuthorizer,
  cognito: library.CognitoAuthorizer,
  jwt: library.JwtAuthorizer,
  iam: library.IamAuthorizer,
} as const;

export interface BuiltApplication {
  readonly app: INestApplication;
  readonly config: Omit<OpenAPIObject, 'paths'>;
  /** As `AwsGatewayModule.forRoot` was given them. */
  readonly options: library.AwsGatewayOptions;
}

/** An extension of the application's own that says which handler an operation is of. */
export const HANDLER_EXTENSION = 'x-handler';

export function handlerId({ paths }: ControllerSpec, { name }: HandlerSpec): string {
  return `${paths[0]!.replaceAll('/', '')}.${name}`;
}

interface Parts {
  readonly specs: readonly DtoSpec[];
  readonly dtos: readonly Type[];
  readonly authorizers: readonly library.Authorizer[];
}

/** Makes a real Nest application of a specification: classes created and decorated by calling the decorators. */
export async function buildApplication(
  spec: ApplicationSpec,
  { preview = true }: { readonly preview?: boolean } = {},
): Promise<BuiltApplication> {
  const authorizers = spec.authorizers.map(buildAuthorizer);
  const built: Parts = { specs: spec.dtos, dtos: buildDtos(spec.dtos), authorizers };
  const options = withAuthorizer(spec.options, authorizers) as library.AwsGatewayOptions;
  const modules = spec.modules.map((module, index) => buildModule(module, index, built));
  const routed = spec.modules.flatMap(({ path }, index) =>
    path === undefined ? [] : [{ path, module: modules[index]! }],
  );
  const root = createClass('RootModule');
  Module({
    imports: [
      library.AwsGatewayModule.forRoot(options),
      ...modules,
      ...(routed.length > 0 ? [RouterModule.register(routed)] : []),
    ],
  })(root);

  const app = await NestFactory.create(root, { preview, logger: false });
  if (spec.prefix !== undefined) {
    app.setGlobalPrefix(spec.prefix, { exclude: [...spec.excludedFromPrefix] });
  }
  if (spec.versioned) app.enableVersioning({ type: VersioningType.URI, defaultVersion: VERSION_NEUTRAL });
  const builder = new DocumentBuilder()
    .setOpenAPIVersion(spec.openapi)
    .setTitle(spec.title)
    .setDescription(spec.title)
    .setVersion('1.0')
    .addExtension('x-own-root', { title: spec.title });
  for (const [method, ...args] of spec.document ?? []) {
    (builder as unknown as Record<string, (...given: unknown[]) => unknown>)[method]!(...args);
  }
  return { app, config: builder.build(), options };
}

function buildAuthorizer({ kind, options }: AuthorizerSpec): library.Authorizer {
  const Kind = AUTHORIZERS[kind] as new (given: unknown) => library.Authorizer;
  return new Kind(options);
}

function withAuthorizer(
  options: ApplicationSpec['options'],
  authorizers: readonly library.Authorizer[],
): Readonly<Record<string, unknown>> {
  const { authorizer } = asJson(options);
  return typeof authorizer === 'number' ? { ...options, authorizer: authorizers[authorizer] } : options;
}

function buildModule({ controllers }: ModuleSpec, index: number, built: Parts): Type {
  const module = createClass(`Module${index}`);
  Module({ controllers: controllers.map((spec) => buildController(spec, built)) })(module);
  return module;
}

const DECORATORS = {
  ...swagger,
  ...library,
  UseGuards: (name: string): MethodDecorator => UseGuards(createClass(name)),
} as unknown as Record<string, (...given: unknown[]) => ClassDecorator & MethodDecorator>;

/** What a decoration becomes: a function by its own name. */
function toDecorator(
  { decorator, args }: Decoration,
  authorizers: readonly library.Authorizer[],
): ClassDecorator & MethodDecorator {
  const create = DECORATORS[decorator]!;
  const [first, ...rest] = args;
  const resolved = decorator === 'AwsAuthorizer' && typeof first === 'number' ? authorizers[first] : first;
  return args.length === 0 ? create() : create(resolved, ...rest);
}

function versionsOf(versions: readonly string[] | undefined): { version?: (string | symbol)[] } {
  return versions === undefined
    ? {}
    : { version: versions.map((version) => (version === 'neutral' ? VERSION_NEUTRAL : version)) };
}

function buildController(spec: ControllerSpec, built: Parts): Type {
  const controller = createClass(spec.name);
  for (const handler of spec.handlers) buildHandler(controller, spec, handler, built);
  const decorators = [
    Controller({ path: [...spec.paths], ...versionsOf(spec.versions) } as object),
    ...(spec.hidden ? [ApiExcludeController()] : []),
    ...spec.decorations.map((decoration) => toDecorator(decoration, built.authorizers)),
  ];
  Reflect.decorate(decorators, controller);
  return controller;
}

function buildHandler(
  controller: Type,
  owner: ControllerSpec,
  spec: HandlerSpec,
  { specs, dtos, authorizers }: Parts,
): void {
  const prototype = controller.prototype as object;
  const value = { [spec.name]: (): string => 'served' }[spec.name];
  Object.defineProperty(prototype, spec.name, { value, writable: true, configurable: true });

  const types: unknown[] = [];
  const parameter = (decorator: ParameterDecorator, type: unknown): void => {
    decorator(prototype, spec.name, types.length);
    types.push(type);
  };
  const variables = new Set(
    spec.paths.flatMap((path) => [...path.matchAll(/[:*](\w+)/g)].map((match) => match[1]!)),
  );
  for (const name of variables) parameter(Param(name), String);
  for (const name of spec.query) parameter(Query(name), Number);
  for (const name of spec.headers) parameter(Headers(name), String);
  if (spec.queryDto !== undefined) parameter(Query(), dtos[spec.queryDto]);
  if (spec.body) parameter(Body(), spec.body.isArray ? Array : dtos[spec.body.dto]);
  Reflect.defineMetadata('design:paramtypes', types, prototype, spec.name);

  const strange = spec.strange ?? [];
  const referred = JSON.stringify(strange).includes(`"${DTO}"`) ? specs.map((_, index) => index) : [];
  const named = reachableDtos(
    specs,
    [spec.queryDto, spec.body?.dto, ...spec.responses.map(({ dto }) => dto), ...referred].filter(
      (dto) => dto !== undefined,
    ),
  );
  const decorators: MethodDecorator[] = [
    VERBS[spec.verb]([...spec.paths]),
    ApiOperation(spec.operation),
    ...(spec.versions ? [versionDecorator(spec.versions)] : []),
    ...(spec.hidden ? [ApiExcludeEndpoint()] : []),
    ...(named.length > 0 ? [ApiExtraModels(...named.map((index) => dtos[index]!))] : []),
    ...(spec.body?.isArray ? [ApiBody({ type: [dtos[spec.body.dto]!] })] : []),
    ...spec.responses.map(({ status, description, dto, isArray, headers }) =>
      ApiResponse({
        status: status as number,
        description,
        ...(dto === undefined ? {} : { type: dtos[dto]!, isArray }),
        headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])),
      }),
    ),
    ApiExtension(HANDLER_EXTENSION, handlerId(owner, spec) as unknown as Record<string, unknown>),
    ...Object.entries(spec.extensions).map(([name, extension]) =>
      ApiExtension(name, extension as Record<string, unknown>),
    ),
    ...spec.decorations.map((decoration) => toDecorator(decoration, authorizers)),
    ...strange.map((decoration) => toDecorator(referTo(decoration, dtos) as Decoration, authorizers)),
  ];
  const descriptor = Object.getOwnPropertyDescriptor(prototype, spec.name)!;
  Reflect.decorate(decorators, prototype, spec.name, descriptor);
}

function versionDecorator(versions: readonly string[]): MethodDecorator {
  return Version(versionsOf(versions).version as string[]);
}

/** Puts references to DTOs where they are meant. */
function referTo(value: unknown, dtos: readonly Type[]): unknown {
  if (Array.isArray(value)) return value.map((item) => referTo(item, dtos));
  if (typeof value !== 'object' || value === null) return value;
  const { [DTO]: place, ...rest } = value as Record<string, unknown>;
  const entries = Object.entries(rest).map(([key, item]) => [key, referTo(item, dtos)] as const);
  const reference =
    typeof place === 'number' ? { $ref: swagger.getSchemaPath(dtos[place % dtos.length]!) } : {};
  return { ...Object.fromEntries(entries), ...reference };
}
