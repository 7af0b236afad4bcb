import type { Cors } from '../../../model/gateway-model.js';
import { joinDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { severalOrigins } from './cors-headers.js';

/**
 * VTL that answers the caller's own origin when it is one of several. A header may come in either spelling: clients
 * send it in lower case over HTTP/2. Absent where the policy has one origin, or allows any.
 */
export function renderOriginTemplate(cors: Cors): DeployValue | undefined {
  if (!severalOrigins(cors)) return undefined;
  const tests = cors.allowOrigins.flatMap((origin, index) => [
    ...(index > 0 ? [' || '] : []),
    joinDeployValue('$origin == "', origin, '"'),
  ]);
  return joinDeployValue(
    '#set($origin = $input.params("Origin"))\n',
    '#if($origin == "")#set($origin = $input.params("origin"))#end\n',
    '#if(',
    ...tests,
    ')\n#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end\n',
  );
}
