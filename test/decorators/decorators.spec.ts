import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsExclude,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsValidation,
  IamAuthorizer,
} from 'nestjs-aws-gateway';
import {
  CONCERNS,
  readBase,
  readDeclarations,
  type Declaration,
} from '../../lib/decorators/decorator-metadata.js';

type Decorator = ClassDecorator & MethodDecorator;

const all = (target: object): readonly Declaration[] =>
  CONCERNS.flatMap((concern) => readDeclarations(target, concern));

const namesOn = (target: object): readonly string[] => all(target).map(({ decorator }) => decorator);

function decorate(decorator: Decorator): {
  onClass: readonly Declaration[];
  onHandler: readonly Declaration[];
} {
  @decorator
  class ClassController {}
  class HandlerController {
    @decorator
    read(): void {}
  }
  return { onClass: all(ClassController), onHandler: all(HandlerController.prototype.read) };
}

const authorizer = new IamAuthorizer();

describe('a decorator', () => {
  it.each<[string, Decorator, readonly unknown[]]>([
    ['AwsLambda', AwsLambda('arn'), ['arn']],
    ['AwsLambda', AwsLambda({ functionArn: 'arn' }), [{ functionArn: 'arn' }]],
    ['AwsHttp', AwsHttp('https://example.com'), ['https://example.com']],
    ['AwsMock', AwsMock(), [{}]],
    ['AwsIntegration', AwsIntegration({ type: 'mock' }), [{ type: 'mock' }]],
    ['AwsAuthorizer', AwsAuthorizer(authorizer), [authorizer, {}]],
    ['AwsPublic', AwsPublic(), []],
    ['AwsApiKey', AwsApiKey(), [true]],
    ['AwsApiKey', AwsApiKey(false), [false]],
    ['AwsCors', AwsCors(false), [false]],
    ['AwsValidation', AwsValidation('all'), ['all']],
    ['AwsExclude', AwsExclude(), [{}]],
  ])('@%s records its arguments on a class and on a handler', (name, decorator, args) => {
    const expected = [{ decorator: name, args }];
    expect(decorate(decorator)).toEqual({ onClass: expected, onHandler: expected });
  });

  it('changes nothing else', () => {
    class PlainController {
      read(): string {
        return 'answer';
      }
    }
    const before = Object.getOwnPropertyDescriptors(PlainController.prototype);
    const { read } = PlainController.prototype;
    AwsLambda('arn')(PlainController);
    AwsLambda('arn')(PlainController.prototype, 'read', before['read']!);
    expect(Object.getOwnPropertyDescriptors(PlainController.prototype)).toEqual(before);
    expect(PlainController.prototype.read).toBe(read);
    expect(Reflect.getMetadataKeys(PlainController)).toEqual(['nestjs-aws-gateway:integration']);
    expect(Reflect.getMetadataKeys(read)).toEqual(['nestjs-aws-gateway:integration']);
    expect(new PlainController().read()).toBe('answer');
  });
});

describe('several decorators', () => {
  it('of one concern stand in the order of the source', () => {
    class PetsController {
      @AwsMock()
      @AwsHttp('https://example.com')
      read(): void {}
    }
    const found = readDeclarations(PetsController.prototype.read, 'integration');
    expect(found.map(({ decorator }) => decorator)).toEqual(['AwsMock', 'AwsHttp']);
  });

  it('of a class are inherited as a whole, and replaced as a whole', () => {
    @AwsCors(false)
    @AwsMock()
    class BaseController {}
    @AwsHttp('https://example.com')
    class SubController extends BaseController {}
    class OtherController extends BaseController {}

    expect(namesOn(SubController)).toEqual(['AwsHttp', 'AwsCors']);
    expect(namesOn(OtherController)).toEqual(['AwsMock', 'AwsCors']);
    expect(namesOn(BaseController)).toEqual(['AwsMock', 'AwsCors']);
  });
});

describe('garbage', () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const factories = {
    AwsLambda,
    AwsHttp,
    AwsMock,
    AwsIntegration,
    AwsAuthorizer,
    AwsApiKey,
    AwsCors,
    AwsValidation,
    AwsExclude,
    AwsPublic,
  } as unknown as Readonly<Record<string, (...args: readonly unknown[]) => Decorator>>;
  const garbage = [undefined, null, 0, NaN, '', 'x', true, Symbol('s'), 1n, [], {}, circular, () => 0];

  it.each(Object.keys(factories))('is recorded by @%s, which throws nothing', (name) => {
    for (const given of garbage) {
      const { onClass, onHandler } = decorate(factories[name]!(given, given));
      expect(onClass).toHaveLength(1);
      expect(onHandler).toHaveLength(1);
    }
  });
});

describe('readBase', () => {
  it('names the base class on which a decorator stands that a class inherits', () => {
    @AwsCors(false)
    @AwsValidation('all')
    class Base {}
    class Middle extends Base {}
    @AwsValidation('none')
    class Derived extends Middle {}
    expect(readBase(Base, 'cors')).toBeUndefined();
    expect(readBase(Middle, 'cors')).toBe('Base');
    expect(readBase(Derived, 'cors')).toBe('Base');
    expect(readBase(Derived, 'validation')).toBeUndefined();
    expect(readBase(Derived, 'exclude')).toBeUndefined();
  });
});
