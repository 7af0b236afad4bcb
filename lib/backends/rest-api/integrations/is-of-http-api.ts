import { fillWords } from '../../../grammar/read-target.js';
import type { RawIntegration } from '../../../model/integrations/integration.js';
import { isObject } from '../../../openapi/openapi.js';

/** What a mapping of an HTTP API sets. */
const OF_HTTP_API = /^(?:append|overwrite|remove):/;

/** Whether an integration object has members that only an HTTP API reads. */
export function isOfHttpApi({ object }: RawIntegration): boolean {
  const { integrationSubtype, payloadFormatVersion, requestParameters, tlsConfig, type, uri } = object;
  return (
    integrationSubtype !== undefined ||
    payloadFormatVersion === '2.0' ||
    (isObject(requestParameters) && Object.keys(requestParameters).some((name) => OF_HTTP_API.test(name))) ||
    (isObject(tlsConfig) && tlsConfig['serverNameToVerify'] !== undefined) ||
    (fillWords(type).toLowerCase() === 'http_proxy' && fillWords(uri).startsWith('arn:'))
  );
}
