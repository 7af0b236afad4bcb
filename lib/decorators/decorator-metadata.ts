import 'reflect-metadata';
import { recordPlace, takeCall } from '../places/record-place.js';

/** What a decorator recorded: its own name and its arguments as they were given, unchecked. */
export interface Declaration {
  readonly decorator: string;
  readonly args: readonly unknown[];
}

/** The decorators of each concern. A target has one declaration of a concern, except `ignore`, which may stand several times. */
const DECORATORS = {
  integration: [
    'AwsLambda',
    'AwsHttp',
    'AwsMock',
    'AwsIntegration',
    'AwsDynamoDb',
    'AwsS3',
    'AwsSns',
    'AwsSqs',
    'AwsStepFunctions',
    'AwsEventBridge',
    'AwsKinesis',
    'AwsService',
  ],
  authorizer: ['AwsAuthorizer', 'AwsPublic'],
  apiKey: ['AwsApiKey'],
  cors: ['AwsCors'],
  validation: ['AwsValidation'],
  throttle: ['AwsThrottle'],
  cache: ['AwsCache'],
  logging: ['AwsLogging'],
  exclude: ['AwsExclude'],
  ignore: ['AwsIgnore'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a decorator declares. */
export type Concern = keyof typeof DECORATORS;

export type DecoratorOf<C extends Concern = Concern> = (typeof DECORATORS)[C][number];

export const CONCERNS = Object.keys(DECORATORS) as readonly Concern[];

/** Keys are strings, not symbols: two copies of the package in one process must still meet. */
const KEYS = Object.fromEntries(
  CONCERNS.map((concern) => [concern, `nestjs-aws-gateway:${concern}`]),
) as Readonly<Record<Concern, string>>;

/** A decorator that records its arguments on the class or the handler, and does nothing else. */
export function recordDeclaration<C extends Concern>(
  concern: C,
  decorator: DecoratorOf<C>,
  args: readonly unknown[],
): ClassDecorator & MethodDecorator {
  // This function and the decorator that calls it.
  const place = takeCall(2);
  return (target: object, _property?: string | symbol, descriptor?: PropertyDescriptor): void => {
    const owner: object = descriptor ? descriptor.value : target;
    const earlier: readonly Declaration[] = Reflect.getOwnMetadata(KEYS[concern], owner) ?? [];
    const declaration: Declaration = { decorator, args };
    recordPlace(declaration, place);
    Reflect.defineMetadata(KEYS[concern], [declaration, ...earlier], owner);
  };
}

const NONE: readonly Declaration[] = [];

/** What was recorded on a controller class or a handler function, in the order of the source; classes inherit. */
export function readDeclarations(target: object, concern: Concern): readonly Declaration[] {
  return Reflect.getMetadata(KEYS[concern], target) ?? NONE;
}

/** The name of the base class that a class inherits what was recorded from. Absent: it stands on the class itself. */
export function readBase(target: object, concern: Concern): string | undefined {
  let owner: object | null = target;
  while (owner && !Reflect.hasOwnMetadata(KEYS[concern], owner))
    owner = Object.getPrototypeOf(owner) as object | null;
  return owner && owner !== target ? (owner as { readonly name?: string }).name : undefined;
}
