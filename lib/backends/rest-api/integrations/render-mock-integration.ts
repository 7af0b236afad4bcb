import type { MockIntegration } from '../../../model/integrations/integration.js';
import { joinDeployValue, mapDeployText, type DeployValue } from '../../../values/deploy-value.js';
import type { RenderedIntegration } from './rendered-integration.js';

export function renderMockIntegration({ status, body, headers }: MockIntegration): RenderedIntegration {
  const fixed = Object.entries(headers).map(([name, value]): [string, DeployValue] => [
    `method.response.header.${name}`,
    joinDeployValue("'", value, "'"),
  ]);
  return {
    type: 'mock',
    // A preflight's answer and a mock's would turn binary under `*/*` without this.
    contentHandling: 'CONVERT_TO_TEXT',
    // Another content type would pass without a status, which API Gateway answers with 500.
    passthroughBehavior: 'never',
    requestTemplates: { 'application/json': `{"statusCode":${status}}` },
    responses: {
      default: {
        statusCode: String(status),
        contentHandling: 'CONVERT_TO_TEXT',
        ...(fixed.length > 0 ? { responseParameters: Object.fromEntries(fixed) } : {}),
        ...(body
          ? {
              responseTemplates: {
                [body.contentType]: body.json ? jsonTemplate(body.text) : textTemplate(body.text),
              },
            }
          : {}),
      },
    },
  };
}

/** In JSON `$` and `#` stand in strings only, where they can be written so that VTL does not see them. */
function jsonTemplate(text: DeployValue): DeployValue {
  return mapDeployText(text, (part) => part.replaceAll('$', '\\u0024').replaceAll('#', '\\u0023'), 'json');
}

/** VTL has no escape that holds everywhere: what it would read is printed by references. */
function textTemplate(text: DeployValue): DeployValue {
  const written = mapDeployText(text, (part) =>
    part.replace(/\\+(?=[$#])|[$#]/g, (found) =>
      found === '$' ? '${dollar}' : found === '#' ? '${hash}' : '${backslash}'.repeat(found.length),
    ),
  );
  if (JSON.stringify(written) === JSON.stringify(text)) return text;
  // Velocity drops a line break behind a #set, and white space in front of it.
  const [first] = written['@deploy'];
  const isSafe = typeof first === 'string' && /^\S/.test(first);
  return joinDeployValue(TEXT_REFERENCES, isSafe ? '' : "#set($nothing = '')${nothing}", written);
}

const TEXT_REFERENCES = "#set($dollar = '$')#set($hash = '#')#set($backslash = '\\')";
