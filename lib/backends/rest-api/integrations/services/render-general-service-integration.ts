import { formatOptionText, optionTextInUri } from '../../../../values/option-text.js';
import { renderPath } from './render-path.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import type { ServiceIntegration } from '../../../../services/service-integrations.js';
import { isDeployValue, joinDeployValue } from '../../../../values/deploy-value.js';
import { renderMapping } from './render-mapping.js';
import { renderService } from './render-service.js';
import type { RenderedIntegration } from '../rendered-integration.js';
import { join, prologue, type Vtl } from '../../vtl/vtl-text.js';
import { templatesByType } from '../../vtl/templates-by-type.js';
import { jsonIn, writeJson, type JsonValue } from '../../vtl/write-json.js';

/** Any other service, with the request that its author writes. */
export function renderGeneralServiceIntegration(
  { options }: ServiceIntegration<'service'>,
  route: RouteView,
): RenderedIntegration {
  const { action, path, method, headers = {}, query = {}, body } = options;
  const key = path === undefined ? undefined : renderPath(withoutFirstSlash(path));
  const mapped = (place: string, values: typeof headers): [string, Vtl][] =>
    Object.entries(values).flatMap(([name, value]) => {
      const mapping = renderMapping(value);
      return mapping === undefined ? [] : [[`integration.request.${place}.${name}`, mapping]];
    });
  return renderService(
    {
      service: formatOptionText(options.service),
      target: key ? joinDeployValue('path', key.uri) : join('action/', optionTextInUri(action ?? '')),
      method,
      parameters: {
        ...key?.parameters,
        ...Object.fromEntries([...mapped('header', headers), ...mapped('querystring', query)]),
      },
      ...(body === undefined
        ? {}
        : {
            // By path the body may be an object to store, by action it is read.
            ...(key ? { keepsBody: true } : {}),
            templates: templatesByType(
              join(prologue(body), writeJson(body as JsonValue, jsonIn(0))),
              body,
              route,
            ),
          }),
    },
    options,
    route,
  );
}

type Path = NonNullable<ServiceIntegration<'service'>['options']['path']>;

/** The URI has a slash of its own; only the root is written as one more. */
function withoutFirstSlash(path: Path): Path {
  if (typeof path === 'string') return path === '/' ? path : path.replace(/^\//, '');
  if (isDeployValue(path)) {
    const [first, ...rest] = path['@deploy'];
    return typeof first === 'string' ? { '@deploy': [first.replace(/^\//, ''), ...rest] } : path;
  }
  if (path['@request'] !== 'text') return path;
  const [first, ...rest] = path.parts;
  return typeof first === 'string' ? { ...path, parts: [first.replace(/^\//, ''), ...rest] } : path;
}
