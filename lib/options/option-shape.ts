import { formatDeployValue, isPlaceholder, parseDeployValue } from '../values/deploy-value.js';
import { formatRequestValue } from '../values/format-request-value.js';
import { isRequestValue } from '../values/request-value.js';
import { findNearest } from './find-nearest.js';
import { isObject } from '../openapi/openapi.js';
import { conflict, type FaultPlace, type OptionFault } from './option-fault.js';
import { joinWords } from './join-words.js';

/** What one option takes. */
export interface OptionShape {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** What to do about a value that belongs to another option. */
  readonly hint?: (value: unknown) => string | undefined;
  /** A value that must be an ARN, a URL or the like, or a placeholder for one. */
  readonly deployValue?: true;
  /** A value that may hold a secret: no message shows it. */
  readonly secret?: true;
}

/** What an option of one type takes. The type is known to the compiler only: a shape for another type is an error. */
export interface ShapeOf<Value> extends OptionShape {
  readonly of?: (value: Value) => Value;
}

/** The names of options; of a union the names of every member. */
export type OptionName<Options> = Options extends unknown ? keyof Options & string : never;

type OptionOf<Options, Name extends string> = Options extends unknown
  ? Name extends keyof Options
    ? Exclude<Options[Name], undefined>
    : never
  : never;

/** One shape for each option of a type, and for nothing else. */
export type ShapesOf<Options> = {
  readonly [Name in OptionName<Options>]-?: ShapeOf<OptionOf<Options, Name>>;
};

/** The shape of an options object, tied to its type. */
export interface OptionsShapeOf<Options> extends OptionsShape {
  readonly options: ShapesOf<Options>;
  readonly required?: readonly OptionName<Options>[];
  readonly exactlyOne?: readonly (readonly [OptionName<Options>, OptionName<Options>])[];
}

/** The options that one decorator, authorizer or module takes. */
export interface OptionsShape {
  readonly options: Readonly<Record<string, OptionShape>>;
  readonly required?: readonly string[];
  readonly exactlyOne?: readonly (readonly [string, string])[];
  /** Why an option does not belong here. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

/** Every fault of an options object: unknown, missing, conflicting and invalid options. */
export function checkOptions(
  owner: string,
  given: unknown,
  shape: OptionsShape,
  at: FaultPlace,
): readonly OptionFault[] {
  const names = Object.keys(shape.options);
  if (!isObject(given)) {
    return [
      {
        code: 'invalid-option',
        at,
        message: `${owner} was given ${show(given)} instead of an object with its options`,
        fix: `Pass an object with ${list(shape.required ?? shape.exactlyOne?.flat() ?? names)}.`,
      },
    ];
  }
  const faults: OptionFault[] = [];
  for (const [name, value] of Object.entries(given)) {
    const option = Object.hasOwn(shape.options, name) ? shape.options[name] : undefined;
    if (!option) {
      faults.push(unknown(owner, `option \`${name}\``, name, shape, at));
    } else if (value !== undefined && !option.accepts(value)) {
      faults.push({
        code: option.deployValue ? 'invalid-deploy-value' : 'invalid-option',
        at,
        message: `the option \`${name}\` of ${owner} ${option.secret ? 'is of another form' : describe(value, option)}`,
        fix: isPadded(value, option)
          ? 'Remove the space around it.'
          : (option.hint?.(value) ?? `Set \`${name}\` to ${option.expected}.`),
      });
    }
  }
  for (const name of shape.required ?? []) {
    if (given[name] === undefined) faults.push(missing(owner, [name], shape, at));
  }
  for (const pair of shape.exactlyOne ?? []) {
    const present = pair.filter((name) => given[name] !== undefined);
    if (present.length === 0) faults.push(missing(owner, pair, shape, at));
    if (present.length > 1) {
      const both = pair.map((name) => `\`${name}\``).join(' and ');
      faults.push(conflict(at, `${owner} has both ${both}`, `Remove ${list(pair)}.`));
    }
  }
  return faults;
}

/** What a copied value often is: right, but for a blank at its end. */
function isPadded(value: unknown, { accepts }: OptionShape): boolean {
  return typeof value === 'string' && value !== value.trim() && accepts(value.trim());
}

/** What an option is, or only the entries of a list or an object that it must not have. */
function describe(value: unknown, { accepts }: OptionShape): string {
  if (value === '') return 'is empty';
  const entries = Array.isArray(value)
    ? value.map((entry) => [entry])
    : isObject(value) && !('@request' in value)
      ? Object.entries(value).map(([key, entry]) => ({ [key]: entry }))
      : [];
  const join = (some: readonly object[]): unknown =>
    Array.isArray(value) ? some.flat() : Object.assign({}, ...some);
  const wrong = entries.filter((entry) => !accepts(entry));
  const right = entries.filter((entry) => !wrong.includes(entry));
  return wrong.length > 0 && right.length > 0 && accepts(join(right))
    ? `has ${show(join(wrong))}`
    : `is ${show(value)}`;
}

/** Usually a misspelled name. */
export function unknown(
  owner: string,
  what: string,
  name: string,
  { options, elsewhere = {} }: Pick<OptionsShape, 'options' | 'elsewhere'>,
  at: FaultPlace,
): OptionFault {
  const names = Object.keys(options);
  const [meant] = findNearest(name, names);
  const place = Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;
  return {
    code: 'unknown-option',
    at,
    message: `${owner} has no ${what}`,
    fix: place
      ? `Remove it: ${place}.`
      : meant
        ? `Write \`${meant}\` instead of \`${name}\`.`
        : `Remove it, or use ${list(names)}.`,
  };
}

/** Usually an environment variable that was not set when the module was loaded. */
function missing(owner: string, names: readonly string[], shape: OptionsShape, at: FaultPlace): OptionFault {
  const { expected, deployValue } = shape.options[names[0]!]!;
  return {
    code: deployValue ? 'invalid-deploy-value' : 'invalid-option',
    at,
    message: `${owner} has no value for ${names.map((name) => `\`${name}\``).join(' or ')}`,
    fix: `Set \`${names[0]!}\` to ${expected}.`,
  };
}

export function show(value: unknown): string {
  if (typeof value === 'string') return `\`${value}\``;
  if (typeof value === 'function') return `the function \`${value.name}\``;
  // An object without a JSON form usually refers to itself.
  return `\`${asWritten(value) ?? toJson(value) ?? (typeof value === 'object' ? '[object]' : String(value))}\``;
}

/** JSON with values of the request as in the source. */
function asWritten(value: unknown): string | undefined {
  const written: string[] = [];
  const mark = (_: string, item: unknown): unknown => {
    const text = isRequestValue(item) ? formatRequestValue(item) : undefined;
    return text === undefined ? item : `\0${written.push(text) - 1}`;
  };
  return toJson(value, mark)?.replace(
    /"\\u0000(\d+)"/g,
    (found, index: string) => written[Number(index)] ?? found,
  );
}

/** `undefined` for a value without a JSON form. */
export function toJson(
  value: unknown,
  replacer?: (key: string, item: unknown) => unknown,
): string | undefined {
  try {
    return JSON.stringify(value, replacer);
  } catch {
    return undefined;
  }
}

export function list(names: readonly string[]): string {
  return joinWords(
    names.map((name) => `\`${name}\``),
    'or',
  );
}

/** What JavaScript writes for a value that is not set, such as an environment variable. */
const UNSET = /(?<![A-Za-z0-9])(?:undefined|NaN)(?![A-Za-z0-9])/;

export const shapes = {
  text: <Text extends string = string>(expected: string, pattern = /./s): ShapeOf<Text> => ({
    expected,
    accepts: (value) => typeof value === 'string' && pattern.test(value),
  }),
  flag: {
    expected: '`true` or `false`',
    accepts: (value) => typeof value === 'boolean',
  } as ShapeOf<boolean>,
  whole: (minimum: number, maximum: number, unit: string): ShapeOf<number> => ({
    expected: `a whole number of ${unit} from ${minimum} to ${maximum}`,
    accepts: (value) =>
      Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum,
  }),
  oneOf: <const Words extends readonly string[]>(...values: Words): ShapeOf<Words[number]> => ({
    expected: list(values),
    accepts: (value) => values.includes(value as string),
  }),
  json: {
    expected: 'a JSON value',
    accepts: (value) => toJson(value) !== undefined,
  } as ShapeOf<unknown>,
  record: <Value>(expected: string, accepts: (value: unknown, key: string) => boolean): ShapeOf<Value> => ({
    expected,
    accepts: (value) => isObject(value) && Object.entries(value).every(([key, item]) => accepts(item, key)),
  }),
  listOf: <Item>(item: ShapeOf<Item>, expected: string, minimum = 0): ShapeOf<readonly Item[]> => ({
    ...(item.deployValue ? { deployValue: true } : {}),
    expected,
    accepts: (value) => Array.isArray(value) && value.length >= minimum && value.every(item.accepts),
  }),
  /**
   * A value that may contain placeholders. A value that starts with a placeholder may become anything. In other values a
   * placeholder or a variable of API Gateway counts as a word.
   */
  deploy: (expected: string, pattern: Pick<RegExp, 'test'>): ShapeOf<string> => ({
    expected: `${expected}, or a placeholder with a plain name, such as \`\${name}\``,
    deployValue: true,
    hint: (value) =>
      typeof value === 'string' && UNSET.test(value)
        ? 'Write a placeholder, such as `${name}`: a variable of the process was not set.'
        : undefined,
    accepts: (value) => {
      if (typeof value !== 'string' || value === '' || value !== value.trim()) return false;
      if (UNSET.test(value) || /\p{Cc}/u.test(value)) return false;
      const parsed = parseDeployValue(value);
      if (isPlaceholder(parsed['@deploy'][0])) return true;
      const words = parsed['@deploy'].map((part) => (typeof part === 'string' ? part : 'x'));
      const text = formatDeployValue({ '@deploy': words }).replace(
        /\$\{(AWS::\w+|stageVariables\.\w+)\}/g,
        'x',
      );
      return !text.includes('${') && pattern.test(text);
    },
  }),
};
