import { asJson, type Json } from '../json.js';
import { INVALID_STATUS, NAME, STATUS, type OperationPlace } from './verdict.js';

/** Model types by the names that import has for them. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  string: 'StringSchema',
  number: 'NumberSchema',
  integer: 'IntegerSchema',
  boolean: 'BooleanSchema',
  array: 'ArraySchema',
};
const RESPONSE_FIELDS = new Set(['description', 'content', 'headers']);

export function judgeBody(body: Json, at: OperationPlace): void {
  judgeContent(body['content'], 'request', at);
}

export function judgeResponses(at: OperationPlace): void {
  const { operation, place, report } = at;
  // No responses at all are taken in silence: LocalStack, test_import_and_validate_rest_api[swagger-mock-cors.json], 2025-07-02.
  const responses = Object.entries(asJson(operation['responses']));
  for (const [status, value] of responses) {
    if (status.startsWith('x-')) continue;
    const response = asJson(value);
    if (/^\d+$/.test(status) && !STATUS.test(status))
      report('rejected', `${INVALID_STATUS}: ${status}`, place);
    // What becomes of `default` and `4XX` is not recorded.
    else if (!STATUS.test(status)) report('dropped', `the status ${status}`, place);
    if (typeof response['$ref'] === 'string') continue;
    for (const field of Object.keys(response)) {
      if (!RESPONSE_FIELDS.has(field) && !field.startsWith('x-'))
        report('dropped', `${field} of ${status}`, place);
    }
    judgeContent(response['content'], status, at);
    for (const [name, header] of Object.entries(asJson(response['headers']))) {
      if (!new RegExp(`^${NAME}$`).test(name)) {
        const what = `[Parameter name should match the following regular expression: ^${NAME}$] ${name}`;
        report('rejected', `Invalid mapping expression specified: … ${what}`, `${place} ${status}`);
      }
      const { type, ...others } = asJson(asJson(header)['schema']);
      if (Object.keys(others).length > 0 || Array.isArray(type) || type === 'array' || type === 'object') {
        report('dropped', `the schema of the header ${name}`, `${place} ${status}`);
      }
    }
  }
}

/** A body is JSON, and its schema a named model. */
function judgeContent(content: unknown, whose: string, at: OperationPlace): void {
  const { method, path, report } = at;
  const place = `${at.place} ${whose}`;
  for (const [mime, value] of Object.entries(asJson(content))) {
    const { schema, ...others } = asJson(value);
    if (mime !== 'application/json') report('dropped', `the model for ${mime}`, place);
    for (const field of Object.keys(others)) {
      if (!field.startsWith('x-')) report('dropped', `${field} of the body`, place);
    }
    if (schema === undefined) continue;
    const { $ref, type } = asJson(schema);
    const unsupported = UNSUPPORTED[String(type)];
    if (typeof $ref === 'string') {
      if (Object.keys(asJson(schema)).length > 1)
        report('rejected', 'Invalid model specified: keywords beside $ref', place);
    } else if (unsupported !== undefined) {
      const where = `${whose === 'request' ? 'request' : `${whose} response`} to method '${method.toUpperCase()} ${path}'`;
      report('warned', `Unsupported model type '${unsupported}' in ${where}. Ignoring.`, place);
    } else {
      report('broken', 'what becomes of a schema without a name is not known', place);
    }
  }
}
