import { formatOptionText, type OptionText } from '../../../../values/option-text.js';
import { givenString, givenText, givenWhole, type Given } from '../../vtl/given.js';
import { jsonName, join, jsonText, type Vtl } from '../../vtl/vtl-text.js';
import { separateGiven, type Optional, quoted } from '../../vtl/json-pieces.js';
import type {
  AwsAttributeValue,
  AwsDynamoDbCondition,
  AwsDynamoDbExpression,
  AwsSortKeyCondition,
} from '../../../../decorators/aws-dynamo-db.decorator.js';
import type { Parsed } from '../../../../services/service-integrations.js';
import { isDeployValue, type DeployValue } from '../../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';

export type Attribute = Parsed<AwsAttributeValue>;

/**
 * The names and values beside an expression, under `#n0` and `:v0`: no name in it can be a reserved word. Where the
 * author's own expression uses such words, the generated ones get underscores until they differ.
 */
export class ExpressionParts {
  readonly names: Optional[] = [];
  readonly values: Optional[] = [];
  /** Stands in every generated word. */
  readonly mark: string;

  constructor(authored?: Parsed<AwsDynamoDbExpression>) {
    const { expression = '', names = {}, values = {} } = authored ?? {};
    const words = [formatOptionText(expression), ...Object.keys(names), ...Object.keys(values)].join(' ');
    let mark = '';
    while (new RegExp(`[#:][mnv]${mark}\\d`).test(words)) mark += '_';
    this.mark = mark;
  }

  /** The expression's word for an attribute. */
  name(name: OptionText, given?: Given): string {
    const word = `n${this.mark}${this.names.length}`;
    this.names.push({ written: join(`"\\u0023${word}":"`, jsonName(name), '"'), given });
    return `\\u0023${word}`;
  }

  value(value: Attribute, given?: Given): string {
    return this.rawValue(typedValue(value), given);
  }

  rawValue(written: Vtl, given?: Given): string {
    const word = `:v${this.mark}${this.values.length}`;
    this.values.push({ written: join(`"${word}":`, written), given });
    return word;
  }

  /** An expression of the user's own, with its own names and values. */
  expression({ expression, names = {}, values = {} }: Parsed<AwsDynamoDbExpression>): Vtl {
    for (const [name, meant] of Object.entries(names)) {
      this.names.push({ written: join(`"${jsonText(name)}":`, quoted(meant)), given: undefined });
    }
    for (const [name, value] of Object.entries(values)) {
      this.values.push({ written: join(`"${jsonText(name)}":`, typedValue(value)), given: undefined });
    }
    return jsonName(expression);
  }

  members(): readonly Vtl[] {
    return [
      ...objectOf('ExpressionAttributeNames', this.names),
      ...objectOf('ExpressionAttributeValues', this.values),
    ];
  }
}

function objectOf(name: string, pairs: readonly Optional[]): readonly Vtl[] {
  return pairs.length > 0 ? [join(`"${name}":{`, ...separateGiven(pairs, ','), '}')] : [];
}

/** An attribute's value in DynamoDB's typed JSON. */
function typedValue(value: Attribute): Vtl {
  if (typeof value === 'string' || isDeployValue(value) || isRequestValue(value))
    return join('{"S":', quoted(value), '}');
  if ('BOOL' in value) return `{"BOOL":${value.BOOL}}`;
  if ('NULL' in value) return '{"NULL":true}';
  const [type, content] = Object.entries(value)[0]! as [string, string | DeployValue | RequestValue];
  // Bytes are written in base64; other values are in it already.
  if (type === 'B' && isRequestValue(content) && content['@request'] === 'rawBody')
    return '{"B":"$util.base64Encode($input.body)"}';
  return join(`{"${type}":`, quoted(content), '}');
}

export function attribute(name: string, value: Attribute): Vtl {
  return join('"', jsonName(name), '":', typedValue(value));
}

/** An attribute that is a key. Without one of its parts it is empty, which DynamoDB refuses. */
function keyValue(value: Attribute): Vtl {
  const written = typedValue(value);
  const content = typeof value === 'object' && 'S' in value ? value.S : value;
  const given = isRequestValue(content) && content['@request'] === 'text' ? givenWhole(content) : undefined;
  return given === undefined ? written : join(`#if(${given})`, written, '#{else}{"S":""}#{end}');
}

export function keyAttribute(name: string, value: Attribute): Vtl {
  return join('"', jsonName(name), '":', keyValue(value));
}

/** Whether a value of the request is there to be an attribute: a number or binary data is never empty. */
export function givenAttribute(value: Attribute): Given {
  if (typeof value === 'string' || isDeployValue(value) || isRequestValue(value)) return givenString(value);
  if ('S' in value) return givenString(value.S);
  if ('N' in value) return givenText(value.N);
  return 'B' in value ? givenText(value.B) : undefined;
}

/** Whether a value of the request is there to be a key, which is never empty. */
function givenKey(value: Attribute): Given {
  if (typeof value === 'string' || isDeployValue(value) || isRequestValue(value)) return givenText(value);
  return 'S' in value ? givenText(value.S) : givenAttribute(value);
}

/** `"ConditionExpression":…`, or nothing. `keyName` is the partition key, which every item has. */
export function condition(
  given: Parsed<AwsDynamoDbCondition> | undefined,
  keyName: string | undefined,
  parts: ExpressionParts,
): readonly Vtl[] {
  if (given === undefined) return [];
  if (typeof given === 'object') return [join('"ConditionExpression":"', parts.expression(given), '"')];
  const test = given === 'absent' ? 'attribute_not_exists' : 'attribute_exists';
  return keyName === undefined ? [] : [`"ConditionExpression":"${test}(${parts.name(keyName)})"`];
}

const COMPARISONS = { lessThan: '<', atMost: '<=', greaterThan: '>', atLeast: '>=' } as const;

/** One part of a key condition. A bound that the caller leaves out does not count. */
export function keyCondition(
  name: string,
  given: Parsed<AwsSortKeyCondition>,
  parts: ExpressionParts,
): Optional {
  if (typeof given === 'object' && !isDeployValue(given) && !isRequestValue(given)) {
    if ('between' in given) {
      const [low, high] = given.between;
      const written = `${parts.name(name)} BETWEEN ${parts.value(low!)} AND ${parts.value(high!)}`;
      return { written, given: undefined };
    }
    if ('beginsWith' in given) {
      const there = givenKey(given.beginsWith);
      const written = `begins_with(${parts.name(name, there)}, ${parts.value(given.beginsWith, there)})`;
      return { written, given: there };
    }
    for (const [word, operator] of Object.entries(COMPARISONS)) {
      const operand = (given as Readonly<Record<string, Attribute>>)[word];
      if (operand === undefined) continue;
      const there = givenKey(operand);
      return {
        written: `${parts.name(name, there)} ${operator} ${parts.value(operand, there)}`,
        given: there,
      };
    }
  }
  return {
    written: `${parts.name(name)} = ${parts.rawValue(keyValue(given as Attribute))}`,
    given: undefined,
  };
}
