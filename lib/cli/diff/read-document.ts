import type { AwsGatewayId } from '../../aws-gateway.options.js';
import { memberOf } from '../../openapi/member-of.js';
import { isObject, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import { CannotRun } from '../process/cannot-run.js';
import type { BaseFile } from './base-file.js';

/** What a document is for. */
export type DocumentRole = 'private' | 'public';

/**
 * Reads a document of the base.
 *
 * @throws CannotRun if it is not a document, or one for something else
 */
export async function readDocument(
  { name, text }: BaseFile,
  role: DocumentRole,
  gateway: AwsGatewayId,
): Promise<OpenApiDocument> {
  const document = await parse(name, text);
  if ('_format_version' in document) {
    if (role === 'public') {
      throw new CannotRun(`${name} is a file of Kong: compare it with \`--out-private\``);
    }
    if (gateway !== 'kong') throw new CannotRun(describeOther(name, 'kong', gateway));
    // Its readers know that it has no paths.
    return document as unknown as OpenApiDocument;
  }
  if (!('openapi' in document) || !isObject(document['paths'])) {
    throw new CannotRun(`${name} is not an OpenAPI document that apigen wrote`);
  }
  const isPrivate = text.includes('x-amazon-apigateway-');
  const isEmpty = Object.keys(document['paths']).length === 0;
  if (role === 'private' && !isPrivate && !isEmpty) {
    throw new CannotRun(
      `${name} is a public document, which does not describe the gateway: set a private document, or compare it with \`--out-public\``,
    );
  }
  if (role === 'public' && isPrivate) {
    throw new CannotRun(`${name} is a private document: compare it with \`--out-private\``);
  }
  const found =
    role === 'private' ? (gatewayOf(document) ?? (gateway === 'kong' ? 'rest-api' : undefined)) : undefined;
  if (found !== undefined && found !== gateway) {
    throw new CannotRun(describeOther(name, found, gateway));
  }
  return document as OpenApiDocument;
}

function describeOther(name: string, found: AwsGatewayId, gateway: AwsGatewayId): string {
  return `${name} is the document of the gateway '${found}', but this run is for '${gateway}': documents of one gateway can be compared, so add '--gateway ${found}'`;
}

async function parse(name: string, text: string): Promise<JsonObject> {
  const value = await parseText(name, text);
  if (isObject(value)) return value;
  throw new CannotRun(`${name} is not an OpenAPI document that apigen wrote`);
}

async function parseText(name: string, text: string): Promise<unknown> {
  if (text.trim() === '') throw new CannotRun(`${name} is empty`);
  if (/^<{7} /m.test(text)) throw new CannotRun(`${name} has a merge conflict: resolve it first`);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (/^\s*[{[]/.test(text)) {
      throw new CannotRun(
        `${name} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  // Loaded only for a base in YAML.
  const { parse: parseYaml } = await import('yaml');
  try {
    return parseYaml(text, { version: '1.1', maxAliasCount: 100 });
  } catch {
    throw new CannotRun(`${name} is neither JSON nor YAML`);
  }
}

/** The gateway that a private document is for. Absent: the document does not show it. */
function gatewayOf(document: JsonObject): AwsGatewayId | undefined {
  if ('x-amazon-apigateway-cors' in document) return 'http-api';
  const components = memberOf(document, 'components');
  const shared = Object.values(memberOf(components, 'x-amazon-apigateway-integrations'));
  const own = Object.values(memberOf(document, 'paths')).flatMap((item) =>
    isObject(item) ? Object.values(item).map((one) => memberOf(one, 'x-amazon-apigateway-integration')) : [],
  );
  const integrations = [...shared, ...own].filter((one) => isObject(one) && 'type' in one);
  if (integrations.length === 0) return undefined;
  return integrations.some((one) => isObject(one) && 'payloadFormatVersion' in one) ? 'http-api' : 'rest-api';
}
