import type { AwsExcludeOptions } from '../../decorators/aws-exclude.decorator.js';
import type { AwsValidationMode } from '../../decorators/aws-validation.decorator.js';
import type { Concern, DecoratorOf } from '../../decorators/decorator-metadata.js';
import type { FaultPlace } from '../../options/option-fault.js';
import { checkOptions, shapes, show, type OptionShape } from '../../options/option-shape.js';
import { EXCLUDE, VALIDATION } from '../../options/option-shapes.js';
import type { Cache, Logging, Throttle } from '../settings/gateway-settings.js';
import type { Cors } from '../cors/cors.js';
import type { Ignore } from '../gateway-model.js';
import { ownerOf, type Given, type Read, type ReadGiven } from '../declarations/given.js';
import type { IntegrationOf } from '../integrations/integration-of.js';
import { INTEGRATION_READERS } from '../integrations/integration-readers.js';
import { readAuthorizerUse, type ReadUse } from '../authorizers/read-authorizer-use.js';
import { resolveCors } from '../cors/resolve-cors.js';
import { resolveCache, resolveLogging, resolveThrottle } from '../settings/resolve-stage.js';
import { joinWords } from '../../options/join-words.js';

/** The value of a declaration of each concern. */
export interface ConcernValues {
  readonly integration: IntegrationOf;
  readonly authorizer: ReadUse | 'public';
  readonly apiKey: boolean;
  readonly cors: Cors;
  readonly validation: AwsValidationMode;
  readonly throttle: Throttle;
  readonly cache: Cache;
  readonly logging: Logging;
  readonly exclude: AwsExcludeOptions;
  readonly ignore: Pick<Ignore, 'code' | 'reason'>;
}

type ConcernReaders = {
  readonly [C in Concern]: Readonly<Record<DecoratorOf<C>, ReadGiven<ConcernValues[C]>>>;
};

/** How each declaration is read. A missing concern or decorator does not compile. */
export const CONCERN_READERS: ConcernReaders = {
  integration: INTEGRATION_READERS,
  authorizer: {
    AwsAuthorizer: readAuthorizerUse,
    AwsPublic: () => ({ value: 'public', faults: [] }),
  },
  apiKey: {
    AwsApiKey: readArgument<boolean>({ ...shapes.flag, expected: '`true`, `false` or no argument' }),
  },
  cors: { AwsCors: (given, at) => resolveCors(given.args[0], ownerOf(given), at) },
  validation: { AwsValidation: readArgument<AwsValidationMode>(VALIDATION) },
  throttle: { AwsThrottle: resolveThrottle },
  cache: { AwsCache: resolveCache },
  logging: { AwsLogging: resolveLogging },
  exclude: {
    AwsExclude: (given, at) => {
      const options = given.args[0];
      const faults = checkOptions(ownerOf(given), options, EXCLUDE, at);
      return faults.length > 0 ? { faults } : { value: options as AwsExcludeOptions, faults };
    },
  },
  ignore: { AwsIgnore: readIgnore },
};

/** Reads the only argument of a decorator, which is not an object. */
function readArgument<Value>({ accepts, expected }: OptionShape): ReadGiven<Value> {
  return (given, at) => {
    const argument = given.args[0];
    return accepts(argument)
      ? { value: argument as Value, faults: [] }
      : {
          faults: [
            {
              code: 'invalid-option',
              at,
              message: `${ownerOf(given)} was given ${show(argument)}`,
              fix: `Pass ${expected}.`,
            },
          ],
        };
  };
}

function readIgnore(given: Given, at: FaultPlace): Read<ConcernValues['ignore']> {
  const { args } = given;
  const [code, reason] = args;
  if (typeof code === 'string' && typeof reason === 'string' && code !== '' && reason.trim() !== '') {
    return { value: { code, reason }, faults: [] };
  }
  return {
    faults: [
      {
        code: 'invalid-option',
        at,
        message: `${ownerOf(given)} was given ${joinWords(args.map(show)) || 'nothing'}`,
        fix: 'Pass the code of a diagnostic and the reason why it does not apply here.',
      },
    ],
  };
}
