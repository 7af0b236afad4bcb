import { asArray, asJson, type Json } from '../json.js';
import { NAME, type OperationPlace } from './verdict.js';

const PLACES = ['path', 'query', 'header'];
/** All that import keeps of a parameter, and of its schema. */
const FIELDS = new Set(['name', 'in', 'required', 'description', 'schema']);
const TYPES = new Set(['string', 'number', 'integer', 'boolean']);

export function judgeParameters(at: OperationPlace): void {
  const { operation, path, place, report } = at;
  const parameters = asArray(operation['parameters']).map(asJson);
  const names = parameters.map(({ name }) => String(name));
  if (new Set(names).size < names.length) {
    report('rejected', 'Parameter names must be unique across querystring, header and path', place);
  }
  const variables = new Set([...path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1]!));
  for (const variable of variables) {
    const declared = parameters.find((one) => one['name'] === variable && one['in'] === 'path');
    // Import declares a variable that the operation does not; what it does of a greedy one is not recorded.
    if (declared === undefined ? path.includes(`{${variable}+}`) : declared['required'] !== true) {
      report('broken', `the path variable ${variable} is declared, and required`, place);
    }
  }
  for (const parameter of parameters) judgeParameter(parameter, variables, at);
}

function judgeParameter(parameter: Json, variables: ReadonlySet<string>, at: OperationPlace): void {
  const { place, report } = at;
  // A reference is judged as one.
  if (typeof parameter['$ref'] === 'string') return;
  const name = String(parameter['name']);
  if (!PLACES.includes(String(parameter['in']))) {
    report('dropped', `the parameter ${name} in ${String(parameter['in'])}`, place);
    return;
  }
  if (!new RegExp(`^${NAME}$`).test(name)) {
    const what = `[Parameter name should match the following regular expression: ^${NAME}$] ${name}`;
    report('rejected', `Invalid mapping expression specified: … ${what}`, place);
  }
  if (parameter['in'] === 'path' && !variables.has(name)) {
    report('broken', `the path has no variable ${name}`, place);
  }
  for (const field of Object.keys(parameter)) {
    if (!FIELDS.has(field) && !field.startsWith('x-'))
      report('dropped', `${field} of the parameter ${name}`, place);
  }
  const { type, ...others } = asJson(parameter['schema']);
  if (type !== undefined && !TYPES.has(type as string)) {
    report('dropped', `the type ${JSON.stringify(type)} of the parameter ${name}`, place);
  }
  for (const keyword of Object.keys(others)) {
    report('dropped', `${keyword} in the schema of the parameter ${name}`, place);
  }
}
