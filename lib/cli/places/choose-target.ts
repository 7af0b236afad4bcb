import type { Authorizer } from '../../authorizers/authorizer.js';
import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import { CONCERNS, type Concern, type Declaration } from '../../decorators/decorator-metadata.js';
import type { Diagnostic, DiagnosticPlace } from '../../diagnostics/diagnostic.js';
import { groupBy } from '../../diagnostics/group-by.js';
import type { AppSource, RouteDeclarations } from '../../model/app-source.js';
import { findPlace, type Recorded } from '../../places/record-place.js';
import { subjectOf, type Subject } from './subject-of.js';

/** What a diagnostic points at: a call, or else the function that it decorates. */
export interface Target {
  readonly call?: Called;
  readonly function?: Named;
}

interface Called {
  /** `AwsLambda` */
  readonly name: string;
  /** Absent: the place was not recorded, because the application was imported before the command. */
  readonly recorded?: Recorded;
}

interface Named {
  readonly name: string;
  readonly value: object;
}

/** A diagnostic, or something else that has a place. */
export interface Located extends Pick<Diagnostic, 'at' | 'code' | 'message'> {
  /** What it is about. Absent: the code says it. */
  readonly subject?: Subject;
}

type Declared = Readonly<Record<Concern, RouteDeclarations>>;

/** What each diagnostic points at. Absent: nothing that is known. */
export function createTargetChooser(
  { routes, strays }: AppSource,
  options: AwsGatewayOptions,
): (diagnostic: Located) => Target | undefined {
  const known = [...routes, ...strays] as readonly (DiagnosticPlace & { readonly declarations: Declared })[];
  const byHandler = groupBy(known, ({ controller, handler }) => `${controller}.${handler}`);
  const byController = groupBy(known, ({ controller }) => controller);
  return (diagnostic) => chooseTarget(diagnostic, find(diagnostic.at), options);

  function find({ controller, handler, method, path }: DiagnosticPlace): Declared | undefined {
    const candidates =
      handler !== undefined
        ? byHandler.get(`${controller}.${handler}`)
        : controller !== undefined
          ? byController.get(controller)
          : path === undefined
            ? []
            : known;
    const fits = (route: DiagnosticPlace): boolean =>
      (path === undefined || route.path === path) &&
      (method === undefined || method === 'ANY' || route.method?.toUpperCase() === method);
    return (candidates?.find(fits) ?? (controller === undefined ? undefined : candidates?.[0]))?.declarations;
  }
}

function chooseTarget(
  { at, code, message, subject = subjectOf(code) }: Located,
  declared: Declared | undefined,
  options: AwsGatewayOptions,
): Target | undefined {
  if (at.file !== undefined || at.option !== undefined) return undefined;
  const authorizer = AUTHORIZERS.find((name) => message.includes(`\`${name}\``));
  if (authorizer) {
    const given = declared ? listOf(declared, 'authorizer', at)[0]?.declaration.args[0] : undefined;
    const recorded = recordOf(given ?? options.authorizer);
    if (recorded) return { call: { name: authorizer, recorded } };
  }
  if (!declared) {
    const recorded = Object.keys(at).length === 0 ? recordOf(options) : undefined;
    return recorded && { call: { name: 'forRoot', recorded } };
  }
  const chosen = chooseDeclaration(declared, at, authorizer ? 'authorizer' : subject, message);
  const functions = findPlace(declared)?.functions;
  const { controller, handler } = at;
  const isOfHandler = handler !== undefined && (!chosen || chosen.isOfHandler);
  const name = isOfHandler ? handler : (chosen?.base ?? controller ?? '');
  return {
    ...(chosen ? { call: callOf(chosen.declaration) } : {}),
    ...(functions
      ? { function: { name, value: isOfHandler ? functions.handler : functions.controller } }
      : {}),
  };
}

/** The class of each kind of authorizer. A kind that is missing here does not compile. */
const AUTHORIZERS = Object.values({
  lambda: 'LambdaAuthorizer',
  cognito: 'CognitoAuthorizer',
  jwt: 'JwtAuthorizer',
  iam: 'IamAuthorizer',
} satisfies Readonly<Record<Authorizer['kind'], string>>);

interface Listed {
  readonly declaration: Declaration;
  readonly isOfHandler: boolean;
  readonly base: string | undefined;
}

/** The decorator that a message names, or that of the concern that the code is about. */
function chooseDeclaration(
  declared: Declared,
  at: DiagnosticPlace,
  subject: Subject,
  message: string,
): Listed | undefined {
  const named = CONCERNS.flatMap((concern) => listOf(declared, concern, at)).filter(({ declaration }) =>
    message.includes(`\`@${declaration.decorator}`),
  );
  const about = subject === 'handler' ? [] : listOf(declared, subject, at);
  const listed = named.length > 0 ? named : about;
  // Of several decorators, such as `@AwsIgnore`, the one whose argument the message quotes.
  const quoted = listed.find(({ declaration: { args } }) => {
    return typeof args[0] === 'string' && message.includes(`\`${args[0]}\``);
  });
  return quoted ?? listed[0];
}

/** The declarations of a concern, those of the handler first. */
function listOf(declared: Declared, concern: Concern, at: DiagnosticPlace): readonly Listed[] {
  const { handler, class: ofClass, base } = declared[concern];
  const list = (declarations: readonly Declaration[], isOfHandler: boolean): readonly Listed[] =>
    declarations.map((declaration) => ({ declaration, isOfHandler, base }));
  return at.handler === undefined ? list(ofClass, false) : [...list(handler, true), ...list(ofClass, false)];
}

function callOf(declaration: Declaration): Called {
  const recorded = recordOf(declaration);
  return { name: declaration.decorator, ...(recorded ? { recorded } : {}) };
}

function recordOf(of: unknown): Recorded | undefined {
  return typeof of === 'object' && of !== null ? findPlace(of) : undefined;
}
