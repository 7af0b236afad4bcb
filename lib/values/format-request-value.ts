import { formatDeployText } from './deploy-text.js';
import { isRequestValue, type RequestValue } from './request-value.js';

const FUNCTIONS: Readonly<Record<string, string>> = {
  path: 'fromPath',
  query: 'fromQuery',
  header: 'fromHeader',
  context: 'fromContext',
  authorizer: 'fromAuthorizer',
  stage: 'fromStage',
};

/** A value of the request as its author wrote it; absent for what only looks like one. */
export function formatRequestValue(value: RequestValue): string | undefined {
  switch (value['@request']) {
    case 'body':
      return value.path === '$' ? 'fromBody()' : `fromBody('${value.path}')`;
    case 'rawBody':
      return 'fromRawBody()';
    case 'text':
      return `text\`${value.parts.map(formatPart).join('')}\``;
    case 'vtl':
      return `vtl('${value.code}')`;
    default: {
      const name = FUNCTIONS[value['@request']];
      return name === undefined ? undefined : `${name}('${value.name}')`;
    }
  }
}

function formatPart(part: Extract<RequestValue, { '@request': 'text' }>['parts'][number]): string {
  if (isRequestValue(part)) return `\${${formatRequestValue(part)}}`;
  // JavaScript may pass `undefined`.
  return part === undefined || part === null ? `\${${String(part)}}` : formatDeployText(part);
}
