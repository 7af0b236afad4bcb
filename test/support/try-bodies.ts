import type { ValidateFunction } from 'ajv';
import Draft4 from 'ajv-draft-04';
import * as fc from 'fast-check';
import { sampleOf } from './arbitrary-sample.js';
import { asJson, type Json } from './json.js';
import { toPlainSchema } from './plain-schema.js';

const SAMPLES = 5;
const STRANGE: readonly unknown[] = [null, 12.5, 'text', true, [], {}, ['a'], { a: 1 }];

/** What came of the bodies of a document's operations. */
export interface BodyReport {
  /** Operations whose body has a model. */
  readonly modelled: number;
  /** Values that the application takes and the gateway refuses: there must be none. */
  readonly refused: readonly string[];
  /** Of the values that the application refuses, how many the gateway stops, and how many it lets pass. */
  readonly stopped: number;
  readonly passed: number;
}

/**
 * Shows many values to both: what plain Nest documents of a body, and its model in the private document. A validator
 * of JSON Schema that knows nothing of either judges.
 */
export function tryBodies(plain: Json, privateDocument: Json): BodyReport {
  const application = toPlainDocument(plain);
  const ofApplication = createJudge(application, 'application');
  const ofGateway = createJudge(privateDocument, 'gateway');
  const judged = new Set<string>();
  const refused: string[] = [];
  let [modelled, stopped, passed] = [0, 0, 0];
  for (const [place, schema, model] of listBodies(application, privateDocument)) {
    modelled += 1;
    const pair = JSON.stringify([schema, model]);
    if (judged.has(pair)) continue;
    judged.add(pair);
    const [accepts, lets] = [ofApplication(schema), ofGateway(model)];
    for (const sample of fc.sample(sampleOf(schema, application), { seed: 4, numRuns: SAMPLES })) {
      if (!accepts(sample)) throw new Error(`${place}: no sample is ${JSON.stringify(sample)}`);
      for (const value of [sample, ...mutate(sample)]) {
        const pass = lets(value);
        if (!accepts(value)) {
          if (pass) passed += 1;
          else stopped += 1;
        } else if (!pass) refused.push(`${place}: ${JSON.stringify(value)} ${explain(lets)}`);
      }
    }
  }
  return { modelled, refused, stopped, passed };
}

type Judge = (schema: unknown) => ValidateFunction;

function createJudge({ components }: Json, id: string): Judge {
  const judge = new Draft4.default({
    strict: false,
    validateFormats: false,
    multipleOfPrecision: 6,
    // To compile takes most of the time.
    inlineRefs: false,
    logger: false,
  });
  judge.addSchema({ id, components } as object, id);
  return (schema) =>
    judge.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${id}#/`)) as object);
}

function explain({ errors }: ValidateFunction): string {
  return JSON.stringify(errors?.map(({ instancePath, message }) => `${instancePath} ${message}`));
}

function toPlainDocument({ paths, components }: Json): Json {
  const schemas = Object.entries(asJson(asJson(components)['schemas']));
  return {
    paths: toPlainSchema(paths),
    components: {
      schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, toPlainSchema(schema)])),
    },
  };
}

/** Where a body stands, its schema and its model. */
function* listBodies(application: Json, gateway: Json): Generator<readonly [string, unknown, unknown]> {
  for (const [path, item] of Object.entries(asJson(application['paths']))) {
    for (const [verb, operation] of Object.entries(asJson(item))) {
      const schema = bodyOf(operation);
      const model = bodyOf(asJson(asJson(gateway['paths'])[path])[verb]);
      if (schema !== undefined && model !== undefined) yield [`${verb} ${path}`, schema, model];
    }
  }
}

function bodyOf(operation: unknown): unknown {
  const { content } = asJson(asJson(operation)['requestBody']);
  return asJson(asJson(content)['application/json'])['schema'];
}

/** The value with each of its parts, two levels deep, left out or replaced by something else. */
function* mutate(value: unknown, depth = 0): Generator<unknown> {
  yield* STRANGE;
  if (typeof value !== 'object' || value === null || depth > 1) return;
  const entries = Object.entries(value);
  const rebuild = (changed: readonly (readonly [string, unknown])[]): unknown =>
    Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed);
  for (const [key, member] of entries) {
    const others = entries.filter(([other]) => other !== key);
    yield rebuild(others);
    for (const changed of mutate(member, depth + 1)) yield rebuild([...others, [key, changed]]);
  }
}
