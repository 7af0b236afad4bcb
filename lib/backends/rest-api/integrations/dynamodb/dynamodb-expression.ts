import type {
  AwsAttributeValue,
  AwsDynamoDbCondition,
  AwsDynamoDbExpression,
  AwsSortKeyCondition,
} from '../../../../decorators/aws-dynamo-db.decorator.js';
import type { Parsed } from '../../../../services/service-integrations.js';
import { formatDeployText } from '../../../../values/deploy-text.js';
import { isDeployValue, type DeployValue } from '../../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';
import { join, jsonText, type Vtl } from '../../vtl/vtl-text.js';
import { quoted, object } from '../../vtl/json-pieces.js';

export type Attribute = Parsed<AwsAttributeValue>;

/** The names and values beside an expression, under `#n0` and `:v0`: no name in it can be a reserved word. */
export class ExpressionParts {
  readonly names: Vtl[] = [];
  readonly values: Vtl[] = [];

  /** The expression's word for an attribute. */
  name(name: string): string {
    this.names.push(`"\\u0023n${this.names.length}":"${jsonText(name)}"`);
    return `\\u0023n${this.names.length - 1}`;
  }

  value(value: Attribute): string {
    return this.rawValue(typedValue(value));
  }

  rawValue(written: Vtl): string {
    this.values.push(join(`":v${this.values.length}":`, written));
    return `:v${this.values.length - 1}`;
  }

  /** An expression of the user's own, with its own names and values. */
  expression({ expression, names = {}, values = {} }: Parsed<AwsDynamoDbExpression>): string {
    for (const [name, meant] of Object.entries(names)) {
      this.names.push(join(`"${jsonText(name)}":`, quoted(meant)));
    }
    for (const [name, value] of Object.entries(values))
      this.values.push(join(`"${jsonText(name)}":`, typedValue(value)));
    return jsonText(formatDeployText(expression));
  }

  members(): readonly Vtl[] {
    return [
      ...(this.names.length > 0 ? [object('ExpressionAttributeNames', this.names)] : []),
      ...(this.values.length > 0 ? [object('ExpressionAttributeValues', this.values)] : []),
    ];
  }
}

/** An attribute's value in DynamoDB's typed JSON. */
export function typedValue(value: Attribute): Vtl {
  if (typeof value === 'string' || isDeployValue(value) || isRequestValue(value))
    return join('{"S":', quoted(value), '}');
  if ('BOOL' in value) return `{"BOOL":${value.BOOL}}`;
  if ('NULL' in value) return '{"NULL":true}';
  const [type, content] = Object.entries(value)[0]! as [string, string | DeployValue | RequestValue];
  return join(`{"${type}":`, quoted(content), '}');
}

export function attribute(name: string, value: Attribute): Vtl {
  return join(`"${jsonText(name)}":`, typedValue(value));
}

/** `"ConditionExpression":…`, or nothing. `keyName` is the partition key, which every item has. */
export function condition(
  given: Parsed<AwsDynamoDbCondition> | undefined,
  keyName: string | undefined,
  parts: ExpressionParts,
): readonly Vtl[] {
  if (given === undefined) return [];
  if (typeof given === 'object') return [`"ConditionExpression":"${parts.expression(given)}"`];
  const test = given === 'absent' ? 'attribute_not_exists' : 'attribute_exists';
  return keyName === undefined ? [] : [`"ConditionExpression":"${test}(${parts.name(keyName)})"`];
}

const COMPARISONS = { lessThan: '<', atMost: '<=', greaterThan: '>', atLeast: '>=' } as const;

export function keyCondition(
  name: string,
  given: Parsed<AwsSortKeyCondition>,
  parts: ExpressionParts,
): string {
  const key = parts.name(name);
  if (typeof given === 'object' && !isDeployValue(given) && !isRequestValue(given)) {
    if ('beginsWith' in given) return `begins_with(${key}, ${parts.value(given.beginsWith)})`;
    if ('between' in given) {
      return `${key} BETWEEN ${parts.value(given.between[0]!)} AND ${parts.value(given.between[1]!)}`;
    }
    for (const [word, operator] of Object.entries(COMPARISONS)) {
      const operand = (given as Readonly<Record<string, Attribute>>)[word];
      if (operand !== undefined) return `${key} ${operator} ${parts.value(operand)}`;
    }
  }
  return `${key} = ${parts.value(given as Attribute)}`;
}
