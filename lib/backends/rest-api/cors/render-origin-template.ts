import { readOriginWildcard } from '../../../grammar/origin.js';
import type { Cors } from '../../../model/cors/cors.js';
import { joinDeployValue, mapDeployText, type DeployValue } from '../../../values/deploy-value.js';
import { severalOrigins } from './cors-headers.js';

/**
 * VTL that answers the caller's own origin when it is one of several. A header may come in either spelling: clients
 * send it in lower case over HTTP/2. Absent where the policy has one origin, or allows any.
 */
export function renderOriginTemplate(cors: Cors): DeployValue | undefined {
  if (!severalOrigins(cors)) return undefined;
  const tests = cors.originList
    ? [
        mapDeployText(
          cors.originList,
          (text) => text,
          cors.allowCredentials ? 'origin_test_exact' : 'origin_test',
        ),
      ]
    : cors.allowOrigins.flatMap((origin, index) => [...(index > 0 ? [' || '] : []), renderTest(origin)]);
  return joinDeployValue(
    '#set($origin = $input.params("Origin"))\n',
    '#if($origin == "")#set($origin = $input.params("origin"))#end\n',
    '#if(',
    ...tests,
    ')\n#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end\n',
  );
}

const ANY_HEADER = `#set($headers = $input.params("Access-Control-Request-Headers"))
#if($headers == "")#set($headers = $input.params("access-control-request-headers"))#end
#if($headers != "")
#set($context.responseOverride.header.Access-Control-Allow-Headers = $headers)
#end
`;

/** The template of a preflight, which may also allow what the browser asks for. Absent: nothing depends on the caller. */
export function renderPreflightTemplate(cors: Cors): DeployValue | undefined {
  const origin = renderOriginTemplate(cors);
  if (!cors.anyHeader) return origin;
  return joinDeployValue(...(origin ? [origin] : []), ANY_HEADER);
}

/** Of a wildcard: one label or more, and then exactly the host, which is text and no pattern. */
function renderTest(origin: DeployValue): DeployValue {
  const wildcard = readOriginWildcard(origin);
  return wildcard
    ? joinDeployValue(
        '($origin.endsWith("',
        wildcard.suffix,
        `") && $origin.matches("${escapePattern(wildcard.scheme)}://[a-z0-9_-]+([.][a-z0-9_-]+)*(:[0-9]+)?"))`,
      )
    : joinDeployValue('$origin == "', origin, '"');
}

/** A scheme may hold `.` and `+`. */
function escapePattern(scheme: string): string {
  return scheme.replace(/[.+]/g, '[$&]');
}
