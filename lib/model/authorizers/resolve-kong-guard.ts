import type { KongKeys, KongPlugin } from '../../authorizers/kong-guard.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import { mapDeployText, parsePlaceholders } from '../../values/deploy-value.js';
import { parseDeployValues } from '../../values/parse-deploy-values.js';
import type { Authorizer, KongGuard } from './authorizer.js';

/** Reads `kong` of an authorizer, which has its shape. */
export function resolveKongGuard(given: KongKeys | KongPlugin | undefined): Pick<Authorizer, 'kong'> {
  return given === undefined ? {} : { kong: resolve(given) };
}

function resolve(given: KongKeys | KongPlugin): KongGuard {
  if ('plugin' in given) {
    const { plugin, config = {}, scopesMember } = given;
    return {
      plugin,
      config: parseDeployValues(config) as DeployMembers,
      ...(scopesMember === undefined ? {} : { scopesMember }),
    };
  }
  return {
    keys: given.publicKeys.map(({ pem, kid, algorithm = 'RS256' }) => ({
      ...(kid === undefined ? {} : { kid }),
      algorithm,
      pem: mapDeployText(parsePlaceholders(pem), (text) => `${text.trim()}\n`),
    })),
  };
}
