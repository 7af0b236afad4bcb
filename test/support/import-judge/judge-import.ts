import { asArray, asJson, type Json } from '../json.js';
import { judgeExtensions } from './judge-extensions.js';
import { judgeGatewayResponses } from './judge-gateway-responses.js';
import { judgeLimits } from './judge-limits.js';
import { judgeModels } from './judge-models.js';
import { judgeOperation } from './judge-operation.js';
import { judgePaths } from './judge-paths.js';
import { judgeReferences } from './judge-references.js';
import { judgeRoot } from './judge-root.js';
import { judgeSchemes } from './judge-schemes.js';
import { guardOf } from './judge-security.js';
import {
  ANY_METHOD,
  INTEGRATION,
  INVALID_VERB,
  type JudgeOptions,
  type Surroundings,
  type Verdict,
} from './verdict.js';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'options', 'head', ANY_METHOD]);

/**
 * What API Gateway's REST import makes of a document, read from AWS's documentation and recordings and from nothing of
 * the library. The document is what Terraform hands over, its placeholders filled: an object, or the text of one.
 */
export function judgeImport(body: unknown, options: JudgeOptions = {}): readonly Verdict[] {
  const found: Verdict[] = [];
  const document = typeof body === 'string' ? readBody(body) : asJson(body);
  const report: Surroundings['report'] = (outcome, what, place) => void found.push({ outcome, what, place });
  if (Object.keys(document).length === 0 || typeof document['openapi'] !== 'string') {
    return [{ outcome: 'rejected', what: 'Invalid OpenAPI input.', place: 'document' }];
  }

  const components = asJson(document['components']);
  const binaryTypes = asArray(document['x-amazon-apigateway-binary-media-types']);
  const surroundings: Surroundings = {
    document,
    schemas: asJson(components['schemas']),
    schemes: asJson(components['securitySchemes']),
    binaryJson: binaryTypes.some((type) => type === '*/*' || type === 'application/json'),
    options,
    report,
  };
  judgeRoot(surroundings);
  judgeExtensions(surroundings);
  judgeGatewayResponses(surroundings);
  judgeReferences(surroundings);
  judgeModels(surroundings);
  judgeSchemes(surroundings);
  judgePaths(surroundings);
  judgeLimits(surroundings);
  for (const [path, item] of Object.entries(asJson(document['paths']))) {
    judgeItem(path, asJson(item), surroundings);
  }
  return found;
}

/** Quoted twice, as by `jsonencode(templatefile(…))`, it is a text and no document. */
function readBody(text: string): Json {
  try {
    return asJson(JSON.parse(text));
  } catch {
    return {};
  }
}

function judgeItem(path: string, item: Json, surroundings: Surroundings): void {
  const { report, options } = surroundings;
  const ownOptions = options.ownOptions?.has(path) ?? false;
  const cors = 'options' in item && !ownOptions;
  for (const [method, value] of Object.entries(item)) {
    const place = `${method} ${path}`;
    if (METHODS.has(method)) {
      const operation = asJson(value);
      const preflight = method === 'options' && cors;
      const guard = guardOf(operation, surroundings);
      judgeOperation({ ...surroundings, path, method, place, operation, guard, preflight, cors });
    } else if (method === 'trace') {
      report('rejected', INVALID_VERB, place);
    } else if (method === INTEGRATION || !/^(x-|summary$|description$)/.test(method)) {
      report('dropped', `a path item holds methods alone, and no ${method}`, path);
    }
  }
}
