import {
  All,
  Body,
  Controller,
  Delete,
  Get,
  Head,
  Headers,
  HttpCode,
  Options,
  Param,
  Patch,
  Post,
  Put,
  Query,
  UploadedFile,
  type Type,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExcludeEndpoint,
  ApiExtraModels,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  ApiTags,
  type ApiParamOptions,
} from '@nestjs/swagger';
import type { Dtos } from './declared-dtos.js';
import {
  readRoutes,
  type DeclaredAnswer,
  type DeclaredController,
  type DeclaredQuery,
  type DeclaredRoute,
} from './declared-routes.js';

const VERBS: Readonly<Record<string, (path: string) => MethodDecorator>> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  PATCH: Patch,
  DELETE: Delete,
  HEAD: Head,
  OPTIONS: Options,
  ALL: All,
};

/** What an application adds to what its table declares: the gateway's decorators and the like. */
export interface Decorations {
  ofController?(controller: DeclaredController): readonly ClassDecorator[];
  ofRoute?(route: DeclaredRoute, controller: DeclaredController): readonly MethodDecorator[];
}

/** Makes real controllers of a compact table, with real decorators, called as a compiler would. */
export function declareControllers(
  table: string,
  dtos: Dtos,
  decorations: Decorations = {},
): readonly Type[] {
  return readRoutes(table).map((controller) => {
    const { name, path, tag, versions, routes } = controller;
    const target = Object.defineProperty(class {}, 'name', { value: `${name}Controller` });
    for (const route of routes) {
      addRoute(target, controller, route, dtos, decorations.ofRoute?.(route, controller) ?? []);
    }
    Reflect.decorate(
      [
        Controller({ path, ...(versions.length > 0 ? { version: [...versions] } : {}) }),
        ApiTags(tag),
        ...(decorations.ofController?.(controller) ?? []),
      ],
      target,
    );
    return target;
  });
}

function addRoute(
  target: Type,
  controller: DeclaredController,
  route: DeclaredRoute,
  dtos: Dtos,
  others: readonly MethodDecorator[],
): void {
  const { verb, path, handler, answers, flags } = route;
  const prototype = target.prototype as object;
  const value = { [handler]: (): void => {} }[handler]!;
  Object.defineProperty(prototype, handler, { value, writable: true, configurable: true });

  const inputs = listInputs(controller, route, dtos);
  for (const [index, { bind }] of inputs.entries()) bind(prototype, handler, index);
  Reflect.defineMetadata(
    'design:paramtypes',
    inputs.map(({ type }) => type),
    prototype,
    handler,
  );

  const produced = answers.flatMap(({ type }) => (type?.includes('/') ? [type] : []));
  const models = dtos.reachable(listTypes(route));
  Reflect.decorate(
    [
      VERBS[verb]!(path),
      HttpCode(answers[0]!.status),
      ApiOperation({ summary: `${toSentence(handler)}.`, deprecated: flags.has('deprecated') }),
      ...(models.length > 0 ? [ApiExtraModels(...models)] : []),
      ...(produced.length > 0 ? [ApiProduces(...produced)] : []),
      ...(flags.has('hidden') ? [ApiExcludeEndpoint()] : []),
      ...answers.map((answer) => ApiResponse(answerOptions(answer, dtos) as object)),
      ...inputs.flatMap(({ documented = [] }) => documented),
      ...others,
    ],
    prototype,
    handler,
    Object.getOwnPropertyDescriptor(prototype, handler)!,
  );
}

/** A parameter of a handler: its decorator, what TypeScript says of its type, and what else documents it. */
interface Input {
  readonly bind: ParameterDecorator;
  readonly type: unknown;
  readonly documented?: readonly MethodDecorator[];
}

function listInputs(controller: DeclaredController, route: DeclaredRoute, dtos: Dtos): readonly Input[] {
  const { variables, queries, headers, body, form } = route;
  const names = [...`${controller.path}/${route.path}`.matchAll(/[:*](\w+)/g)].map((match) => match[1]!);
  return [
    ...names.map((name): Input => {
      const type = variables.get(name);
      const documented =
        type === undefined ? [] : [ApiParam({ name, ...dtos.optionsOf(type) } as ApiParamOptions)];
      return { bind: Param(name), type: String, documented };
    }),
    ...queries.map((query) => toQuery(query, dtos)),
    ...headers.map((name): Input => ({ bind: Headers(name), type: String })),
    ...(form === undefined
      ? []
      : [
          {
            bind: UploadedFile(),
            type: Object,
            documented: [ApiConsumes('multipart/form-data'), ApiBody({ ...dtos.dtoOf(form) })],
          },
        ]),
    ...(body === undefined ? [] : [toBody(body, dtos)]),
  ];
}

function toQuery({ name, type, optional }: DeclaredQuery, dtos: Dtos): Input {
  if (name === undefined) return { bind: Query(), type: dtos.dtoOf(type)!.type };
  const options = dtos.optionsOf(type);
  const described = 'enum' in options ? options : { schema: options };
  return {
    bind: Query(name),
    type: Object,
    documented: [ApiQuery({ name, required: !optional, ...described } as object)],
  };
}

/** A class documents itself. */
function toBody(type: string, dtos: Dtos): Input {
  const dto = dtos.dtoOf(type);
  if (!dto) {
    const documented = [ApiBody({ schema: dtos.schemaOf(type) as object, required: true })];
    return { bind: Body(), type: Object, documented };
  }
  if (!dto.isArray) return { bind: Body(), type: dto.type };
  return { bind: Body(), type: Array, documented: [ApiBody({ type: [dto.type] })] };
}

function answerOptions({ status, type }: DeclaredAnswer, dtos: Dtos): object {
  const base = { status, description: status < 400 ? '' : 'What went wrong.' };
  if (type === undefined) return base;
  if (type.includes('/')) {
    return { ...base, content: { [type]: { schema: { type: 'string', format: 'binary' } } } };
  }
  const dto = dtos.dtoOf(type);
  return dto ? { ...base, ...dto } : { ...base, schema: dtos.schemaOf(type) };
}

function listTypes({ queries, body, form, answers }: DeclaredRoute): readonly string[] {
  const types = [...queries.map(({ type }) => type), body, form, ...answers.map(({ type }) => type)];
  return types.filter((type) => type !== undefined && !type.includes('/')) as readonly string[];
}

function toSentence(handler: string): string {
  const words = handler.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}
