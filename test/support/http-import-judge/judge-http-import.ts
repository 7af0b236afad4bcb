import { asJson, type Json } from '../json.js';
import { judgeHttpCors } from './judge-http-cors.js';
import { judgeHttpLimits } from './judge-http-limits.js';
import { judgeHttpOperation } from './judge-http-operation.js';
import { judgeHttpPaths } from './judge-http-paths.js';
import { judgeHttpReferences } from './judge-http-references.js';
import { judgeHttpRoot } from './judge-http-root.js';
import { guardOf, judgeHttpSchemes } from './judge-http-schemes.js';
import {
  ANY_METHOD,
  INTEGRATIONS,
  type HttpJudgeOptions,
  type HttpReport,
  type HttpRoute,
  type HttpSurroundings,
  type HttpVerdict,
} from './http-verdict.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'options', 'head', ANY_METHOD];

/**
 * What the import of an HTTP API (API Gateway v2) makes of a document, read from AWS's documentation and from nothing of
 * the library. The document is what Terraform hands over, its placeholders filled: an object, or the text of one.
 *
 * "Use OpenAPI definitions for HTTP APIs"
 */
export function judgeHttpImport(body: unknown, options: HttpJudgeOptions = {}): readonly HttpVerdict[] {
  const found: HttpVerdict[] = [];
  const document = typeof body === 'string' ? readBody(body) : asJson(body);
  const report: HttpReport = (outcome, what, place) => void found.push({ outcome, what, place });
  const components = asJson(document['components']);
  const surroundings: HttpSurroundings = {
    document,
    schemes: asJson(components['securitySchemes']),
    shared: asJson(components[INTEGRATIONS]),
    options,
    report,
  };
  const routes = listRoutes(surroundings);
  judgeHttpRoot(surroundings);
  judgeHttpReferences(surroundings);
  judgeHttpSchemes(surroundings);
  judgeHttpPaths(surroundings, routes);
  judgeHttpCors(surroundings, routes);
  judgeHttpLimits(surroundings, routes);
  for (const route of routes) judgeHttpOperation(route);
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

function listRoutes(surroundings: HttpSurroundings): readonly HttpRoute[] {
  return Object.entries(asJson(surroundings.document['paths'])).flatMap(([path, item]) =>
    Object.entries(asJson(item))
      .filter(([method]) => METHODS.includes(method))
      .map(([method, value]): HttpRoute => {
        const operation = asJson(value);
        const guard = guardOf(operation, surroundings);
        return { ...surroundings, path, method, place: `${method} ${path}`, operation, guard };
      }),
  );
}
