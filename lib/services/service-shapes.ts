import { isRequestValue } from '../values/request-value.js';
import { MAPPED_NAME } from '../grammar/mapping.js';
import { isObject } from '../openapi/openapi.js';
import { shapes, type OptionShape, type OptionsShape } from '../options/option-shape.js';
import { LAMBDA } from '../options/option-shapes.js';
import type { ServiceKind } from './service-integrations.js';

const { text, flag, whole, oneOf, record, listOf, deploy } = shapes;

const NAMES: Readonly<Record<string, RegExp>> = {
  path: MAPPED_NAME,
  query: MAPPED_NAME,
  header: MAPPED_NAME,
  context: /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/,
  authorizer: /^[A-Za-z][\w.:-]*$/,
  stage: /^\w{1,64}$/,
};
const BODY_PATH = /^\$(\.[A-Za-z_][\w-]*|\[\d+\])*$/;

/** A request value that templates can say: its name holds nothing that VTL or JSONPath would read. */
function isFitRequestValue(value: unknown): boolean {
  if (!isRequestValue(value)) return false;
  switch (value['@request']) {
    case 'body':
      return typeof value.path === 'string' && BODY_PATH.test(value.path);
    case 'text':
      return Array.isArray(value.parts) && value.parts.every(isValue);
    case 'vtl':
      return typeof value.code === 'string';
    default:
      return typeof value.name === 'string' && (NAMES[value['@request']]?.test(value.name) ?? false);
  }
}

const isValue = (value: unknown): boolean => typeof value === 'string' || isFitRequestValue(value);

function isJsonValue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return ['string', 'number', 'boolean', 'object'].includes(typeof value);
  if (isRequestValue(value)) return isFitRequestValue(value);
  return Object.values(value).every(isJsonValue);
}

const VALUE_WORDS =
  'text, or a value of the request (`fromPath`, `fromQuery`, `fromHeader`, `fromBody`, `fromContext`, `fromAuthorizer`, `fromStage`, `text`, `vtl`) with a plain name or a path such as `$.a.b`';
const value: OptionShape = { expected: VALUE_WORDS, accepts: isValue };
const json: OptionShape = { expected: `JSON with ${VALUE_WORDS} in it`, accepts: isJsonValue };
const bodyValue: OptionShape = {
  expected: '`fromBody()` or a member of the body',
  accepts: (given) => isFitRequestValue(given) && isRequestValue(given) && given['@request'] === 'body',
};
const single = (expected: string): OptionShape => ({
  expected,
  accepts: (given) =>
    isFitRequestValue(given) && isRequestValue(given) && !['text', 'vtl'].includes(given['@request']),
});
const numberOr = (minimum: number, maximum: number, unit: string): OptionShape => {
  const number = whole(minimum, maximum, unit);
  const one = single('');
  return {
    expected: `${number.expected}, or one value of the request`,
    accepts: (given) => number.accepts(given) || one.accepts(given),
  };
};
/** What is mapped without a template stands in single quotes when it is text, and can hold none. */
const mappedValue: OptionShape = {
  expected: `${VALUE_WORDS}, without \`'\``,
  accepts: (given) => isValue(given) && !(typeof given === 'string' && given.includes("'")),
};
const mapped = (what: string): OptionShape =>
  record(
    `${what} of letters, digits, \`.\`, \`_\`, \`$\` and \`-\`, each with one value of the request, or text without \`'\``,
    (given, key) => MAPPED_NAME.test(key) && mappedValue.accepts(given),
  );
const values = (what: string): OptionShape => record(what, isValue);

function isAttribute(given: unknown): boolean {
  if (isValue(given)) return true;
  if (!isObject(given) || Object.keys(given).length !== 1) return false;
  const [type, content] = Object.entries(given)[0]!;
  return ['S', 'N', 'B'].includes(type)
    ? isValue(content)
    : (type === 'BOOL' && typeof content === 'boolean') || (type === 'NULL' && content === true);
}
const ATTRIBUTE_WORDS =
  "attributes by name, each text or a value of the request, or one of another type such as `{ N: fromBody('$.age') }`";
const attributes = record(ATTRIBUTE_WORDS, isAttribute);

function isExpression(given: unknown): boolean {
  return (
    isObject(given) &&
    typeof given['expression'] === 'string' &&
    Object.entries(given).every(
      ([name, item]) =>
        name === 'expression' ||
        (name === 'names' &&
          isObject(item) &&
          Object.values(item).every((word) => typeof word === 'string')) ||
        (name === 'values' && isObject(item) && Object.values(item).every(isAttribute)),
    )
  );
}
const condition = (...words: readonly string[]): OptionShape => ({
  expected: `${words.map((word) => `\`${word}\``).join(', ')} or an expression with its \`names\` and \`values\``,
  accepts: (given) => words.includes(given as string) || isExpression(given),
});

const SORT_KEY = ['beginsWith', 'lessThan', 'atMost', 'greaterThan', 'atLeast'];
function isKeyCondition(given: unknown): boolean {
  if (isAttribute(given)) return true;
  if (!isObject(given) || Object.keys(given).length !== 1) return false;
  const [word, operand] = Object.entries(given)[0]!;
  return word === 'between'
    ? Array.isArray(operand) && operand.length === 2 && operand.every(isAttribute)
    : SORT_KEY.includes(word) && isAttribute(operand);
}

const { credentials, timeout, requestTemplates, responses } = LAMBDA.options;
const COMMON = {
  credentials: credentials!,
  timeout: timeout!,
  requestTemplates: requestTemplates!,
  responses: responses!,
};
const name = (what: string): OptionShape => deploy(what, /^[^\s/]+$/);
const arn = (service: string, resource: string): OptionShape =>
  deploy(
    `an ARN (\`arn:aws:${service}:REGION:ACCOUNT:${resource}\`)`,
    new RegExp(`^arn:[\\w-]+:${service}:[\\w-]*:\\w*:.+`),
  );

const table = name('the name of a table');
const key = {
  ...attributes,
  accepts: (given: unknown) => attributes.accepts(given) && Object.keys(given as object).length > 0,
};
const write = {
  item: bodyValue,
  attributes,
  expiresIn: whole(1, 3_153_600_000, 'seconds'),
  expiresAttribute: text('the name of an attribute', /^\w[\w.-]*$/),
};
const read = {
  consistentRead: flag,
  projection: listOf(text('', /./), 'a list of attribute names'),
};
const paged = {
  ...read,
  index: name('the name of an index'),
  limit: numberOr(1, 1000, 'items'),
  cursor: single("one value of the request, such as `fromQuery('cursor')`"),
  filter: { expected: 'an expression with its `names` and `values`', accepts: isExpression },
};
const DYNAMODB: Readonly<Record<string, OptionsShape>> = {
  GetItem: { options: { table, key, ...read }, required: ['table', 'key'] },
  PutItem: {
    options: { table, key, ...write, condition: condition('absent', 'present') },
    required: ['table'],
  },
  UpdateItem: {
    options: { table, key, ...write, condition: condition('absent', 'present', 'none') },
    required: ['table', 'key'],
  },
  DeleteItem: {
    options: { table, key, condition: condition('absent', 'present') },
    required: ['table', 'key'],
  },
  Query: {
    options: {
      table,
      key: {
        expected: 'the partition key, and if wanted a condition on the sort key',
        accepts: (given) =>
          isObject(given) &&
          [1, 2].includes(Object.keys(given).length) &&
          isAttribute(Object.values(given)[0]) &&
          Object.values(given).every(isKeyCondition),
      },
      order: oneOf('ascending', 'descending'),
      ...paged,
    },
    required: ['table', 'key'],
  },
  Scan: { options: { table, ...paged }, required: ['table'] },
};

const bucket = name('the name of a bucket');
const S3: Readonly<Record<string, OptionsShape>> = {
  GetObject: { options: { bucket, key: value }, required: ['bucket', 'key'] },
  PutObject: {
    options: {
      bucket,
      key: value,
      contentTypes: listOf(text('', /^[^\s/]+\/[^\s/]+$/), 'a list of media types'),
    },
    required: ['bucket', 'key'],
  },
  DeleteObject: { options: { bucket, key: value }, required: ['bucket', 'key'] },
  ListObjects: {
    options: {
      bucket,
      prefix: mappedValue,
      delimiter: mappedValue,
      maxKeys: numberOr(1, 1000, 'keys'),
      cursor: mappedValue,
    },
    required: ['bucket'],
  },
};

const message = {
  message: json,
  attributes: values('values by name'),
  groupId: value,
  deduplicationId: value,
};
const stateMachineArn = arn('states', 'stateMachine:NAME');
const start: OptionsShape = {
  options: { stateMachineArn, input: json, name: value },
  required: ['stateMachineArn'],
};
const running: OptionsShape = {
  options: { stateMachineArn, name: value, cause: value, error: value },
  required: ['stateMachineArn', 'name'],
};

/** The options of each kind, by action where it has several. */
export const SERVICES: Readonly<
  Record<
    ServiceKind,
    {
      readonly decorator: string;
      readonly actions: Readonly<Record<string, OptionsShape>>;
      readonly action?: string;
    }
  >
> = {
  dynamodb: { decorator: 'AwsDynamoDb', actions: DYNAMODB },
  s3: { decorator: 'AwsS3', actions: S3 },
  sns: {
    decorator: 'AwsSns',
    action: 'Publish',
    actions: {
      Publish: {
        options: { ...message, topicArn: arn('sns', 'NAME'), subject: value },
        required: ['topicArn', 'message'],
      },
    },
  },
  sqs: {
    decorator: 'AwsSqs',
    action: 'SendMessage',
    actions: {
      SendMessage: {
        options: {
          ...message,
          queueUrl: deploy('the URL of a queue', /^https?:\/\/[^\s/]+\/\w+\/[\w.-]+$/),
          queueName: name('the name of a queue'),
          accountId: name('an AWS account id'),
          delay: numberOr(0, 900, 'seconds'),
        },
        required: ['message'],
        exactlyOne: [['queueUrl', 'queueName']],
      },
    },
  },
  'step-functions': {
    decorator: 'AwsStepFunctions',
    actions: {
      StartExecution: start,
      StartSyncExecution: start,
      DescribeExecution: running,
      StopExecution: running,
    },
  },
  eventbridge: {
    decorator: 'AwsEventBridge',
    action: 'PutEvents',
    actions: {
      PutEvents: {
        options: {
          eventBus: name('the name of an event bus'),
          source: {
            expected: `${VALUE_WORDS}, not beginning with \`aws.\``,
            accepts: (given) => isValue(given) && !String(given).startsWith('aws.'),
          },
          detailType: value,
          detail: json,
          resources: listOf(value, 'a list of ARNs'),
        },
        required: ['source', 'detailType'],
      },
    },
  },
  kinesis: {
    decorator: 'AwsKinesis',
    action: 'PutRecord',
    actions: {
      PutRecord: {
        options: { stream: name('the name of a stream'), partitionKey: value, data: json },
        required: ['stream', 'partitionKey', 'data'],
      },
      PutRecords: {
        options: {
          stream: name('the name of a stream'),
          partitionKey: text('the name of a member of each entry', /^[A-Za-z_][\w-]*$/),
          records: bodyValue,
        },
        required: ['stream', 'partitionKey', 'records'],
      },
    },
  },
  service: {
    decorator: 'AwsService',
    action: '',
    actions: {
      '': {
        options: {
          service: text('the endpoint prefix of a service, such as `ssm`', /^[a-z0-9.-]+$/),
          action: text('the name of an action', /^\w+$/),
          path: value,
          method: oneOf('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'),
          headers: mapped('header names'),
          query: mapped('parameter names'),
          body: json,
          permissions: {
            expected: 'a list of `{ actions, resources }`',
            accepts: (given) =>
              Array.isArray(given) &&
              given.every(
                (entry) =>
                  isObject(entry) &&
                  ['actions', 'resources'].every(
                    (member) =>
                      Array.isArray(entry[member]) &&
                      (entry[member] as unknown[]).every((word) => typeof word === 'string'),
                  ),
              ),
          },
        },
        required: ['service'],
        exactlyOne: [['action', 'path']],
      },
    },
  },
};

/** The shape of one action, with what every service takes. */
export function serviceShape(kind: ServiceKind, given: unknown): OptionsShape {
  const { actions, action } = SERVICES[kind];
  const wanted = isObject(given) && kind !== 'service' ? given['action'] : undefined;
  const chosen = String(wanted ?? action);
  const shape = Object.hasOwn(actions, chosen) ? actions[chosen] : undefined;
  const names = oneOf(...Object.keys(actions));
  // Without a known action nothing else can be judged.
  if (!shape) {
    const anything = { expected: '', accepts: () => true };
    const others = isObject(given)
      ? Object.fromEntries(Object.keys(given).map((option) => [option, anything]))
      : {};
    return { options: { ...others, action: names }, required: ['action'] };
  }
  return {
    ...shape,
    options: { ...COMMON, ...(kind === 'service' ? {} : { action: names }), ...shape.options },
  };
}
