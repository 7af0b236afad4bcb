import { asArray, asJson } from '../json.js';
import { CORS, INTEGRATIONS, type HttpSurroundings } from './http-verdict.js';

const ROOT = ['openapi', 'info', 'servers', 'tags', 'paths', 'components', 'security', 'externalDocs'];
/** "OpenAPI extensions for API Gateway": those of the root that an HTTP API has. */
const EXTENSIONS = [CORS, 'x-amazon-apigateway-importexport-version'];
const COMPONENTS = ['securitySchemes', INTEGRATIONS];

export function judgeHttpRoot({ document, report }: HttpSurroundings): void {
  const { openapi } = document;
  if (typeof openapi !== 'string' || !/^3\.0\.\d+$/.test(openapi)) {
    const version = `Unable to determine OAS version from '${String(openapi)}'`;
    report('rejected', `Unable to build importer with provided input. ${version}`, 'document');
  }
  for (const name of Object.keys(document)) {
    if (ROOT.includes(name) || EXTENSIONS.includes(name)) continue;
    report('dropped', `an HTTP API has no counterpart of ${name}`, 'document');
  }
  for (const name of Object.keys(asJson(document['components']))) {
    if (!COMPONENTS.includes(name)) report('dropped', `info: components.${name} is ignored`, 'components');
  }
  if (asArray(document['security']).length > 0) {
    report('broken', 'security at the root guards no route', 'document');
  }
  if (document['x-amazon-apigateway-importexport-version'] !== undefined) {
    if (document['x-amazon-apigateway-importexport-version'] !== '1.0')
      report('rejected', 'importexport-version is 1.0', 'document');
  }
  judgeInfo({ document, report });
  judgeServers({ document, report });
}

/** Limits of the API model. */
function judgeInfo({ document, report }: Pick<HttpSurroundings, 'document' | 'report'>): void {
  const { title, description, version } = asJson(document['info']);
  if (typeof title !== 'string' || title.length < 1 || title.length > 128)
    report('rejected', 'the name of an API has 1 to 128 characters', 'info');
  if (description !== undefined && (typeof description !== 'string' || description.length > 1024))
    report('rejected', 'the description of an API has at most 1024 characters', 'info');
  if (typeof version !== 'string' || version.length < 1 || version.length > 64)
    report('rejected', 'the version of an API has 1 to 64 characters', 'info');
}

const ENDPOINT = 'x-amazon-apigateway-endpoint-configuration';

function judgeServers({ document, report }: Pick<HttpSurroundings, 'document' | 'report'>): void {
  const servers = asArray(document['servers']);
  if (servers.length > 1) report('warned', 'More than one server provided', 'servers');
  for (const server of servers) {
    for (const [name, value] of Object.entries(asJson(asJson(server)[ENDPOINT]))) {
      const fits =
        (name === 'disableExecuteApiEndpoint' && typeof value === 'boolean') ||
        (name === 'ipAddressType' && (value === 'ipv4' || value === 'dualstack'));
      if (!fits) report('dropped', `an HTTP API takes no ${name} of its endpoint`, 'servers');
    }
  }
}
