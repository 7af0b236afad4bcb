import { ANY_OBJECT, isScalar, type DataType } from '../../../../openapi/data-type.js';
import { listRequestValues } from '../../../../services/list-request-values.js';
import { memberType } from '../../../../openapi/member-type.js';
import { isService, type ServiceIntegration } from '../../../../services/service-integrations.js';
import { definitionOf } from '../../../../services/services.js';
import { viewRoute } from '../../../../model/documents/view-route.js';
import { formatRequestValue } from '../../../../values/format-request-value.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';
import { findUnaccepted, nameKind } from '../../../../rules/aws/find-unaccepted.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * Text can contain only scalars. A header, query parameter or path takes one value or fixed text: API Gateway runs no
 * template there.
 */
export const requestValueOutOfPlace: Rule = {
  code: 'request-value-out-of-place',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      if (!route.integration || !isService(route.integration)) continue;
      const at = placeOf(route);
      const { requestType } = viewRoute(route, model);
      const definition = definitionOf(route.integration);
      for (const code of listBrokenVtl(route.integration)) {
        yield {
          at,
          message: `\`vtl('${code}')\` writes the body into a text without escaping it: a quote in it breaks the request`,
          fix: 'Use `fromRawBody()`, which is escaped for its place.',
        };
      }
      for (const code of listAssigned(route.integration)) {
        if (isOneExpression(code)) continue;
        yield {
          at,
          message: `\`vtl('${code}')\` in \`data\` is not one expression: it is encoded as a whole, which breaks the request`,
          fix: "Write one reference, such as `vtl('$context.requestId')`, or text in double quotes with references in it.",
        };
      }
      for (const value of listTextValues(route.integration.options, definition.structured)) {
        const type = value['@request'] === 'body' ? memberType(requestType, value.path) : undefined;
        if (value['@request'] !== 'body' || !type || mayBeScalar(type)) continue;
        yield {
          at,
          message: `\`${formatRequestValue(value)}\` is used as text, but is ${nameKind(type)}`,
          fix: 'Use a member that is a string, a number or a boolean.',
        };
      }
      yield* findUnaccepted(route, model);
      for (const [name, value] of definition.listMapped(route.integration.options)) {
        const what = isRequestValue(value) ? UNMAPPED[value['@request']] : undefined;
        if (what === undefined) continue;
        yield {
          at,
          message: `\`${name}\` has ${what}, but API Gateway maps only one value there, without a template`,
          fix: "Use fixed text or one value of the request, such as `fromPath('id')`.",
        };
      }
    }
  },
};

function mayBeScalar(type: DataType): boolean {
  return isScalar(type) || (type.kind === 'unknown' && type.why !== ANY_OBJECT);
}

/** What a mapping without a template cannot say. */
const UNMAPPED: { readonly [Kind in RequestValue['@request']]?: string } = {
  text: 'text with values in it',
  vtl: 'a VTL expression',
  rawBody: 'the whole body',
};

/**
 * VTL of the author's own that prints the body as it is, where it stands inside a text. Kinesis encodes it as a whole, and
 * another service's request may be JSON of which it is a part.
 */
function* listBrokenVtl({ kind, options }: ServiceIntegration): Generator<string> {
  if (kind === 'service') return;
  const { data: _, ...rest } = options as { readonly data?: unknown };
  for (const value of listRequestValues(kind === 'kinesis' ? rest : options)) {
    if (value['@request'] !== 'vtl' || !/\binput\.body\b/.test(value.code)) continue;
    if (!/\$!?\{?util\./.test(value.code)) yield value.code;
  }
}

/** VTL in data that is encoded, which is first put into variables. */
function* listAssigned({ kind, options }: ServiceIntegration): Generator<string> {
  if (kind !== 'kinesis' || !('data' in options)) return;
  for (const value of listRequestValues(options.data)) if (value['@request'] === 'vtl') yield value.code;
}

/** Whether `#set` takes it: text in quotes, a number or one reference, with whatever calls and indexes it has. */
function isOneExpression(code: string): boolean {
  const unquoted = code.trim().replace(/"[^"]*"|'[^']*'/g, '""');
  const closed = (text: string): string => {
    const inner = text.replace(/\([^()[\]]*\)|\[[^()[\]]*\]/g, '');
    return inner === text ? text : closed(inner);
  };
  return /^(?:""|-?\d+|\$!?\{?[A-Za-z][\w.-]*\}?)$/.test(closed(unquoted));
}

/** The values that are written as text. */
function* listTextValues(options: object, structured: readonly string[]): Generator<RequestValue> {
  for (const [name, option] of Object.entries(options)) {
    if (!structured.includes(name)) yield* listRequestValues(option);
    else {
      for (const value of listRequestValues(option)) {
        if (value['@request'] === 'text') yield* listRequestValues(value.parts);
      }
    }
  }
}
