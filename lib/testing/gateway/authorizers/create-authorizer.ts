import type { FunctionSettings } from '../functions/local-function.js';
import type { Authorization, Authorize, GatewayCall } from '../local-gateway-ports.js';
import { AnswerCache } from './answer-cache.js';
import { createApiKeyCheck, type ApiKeySettings } from './api-keys.js';
import { createKeyFinder, type TokenSettings } from './find-keys.js';
import { checkIam, type IamSettings } from './iam-authorizer.js';
import { askLambda, type GivenAnswer } from './lambda-authorizer.js';
import type { ArnSettings } from './method-arn.js';
import { listRequirements, type Guard } from './requirements.js';
import { checkToken } from './token-authorizer.js';

/** What callers are checked with. */
export type AuthorizerSettings = FunctionSettings &
  TokenSettings &
  IamSettings &
  ApiKeySettings &
  ArnSettings;

type Admitted = Authorization & { readonly usageIdentifierKey?: string };

/**
 * Checks callers as API Gateway does: first the authorizer, then the API key.
 *
 * @param now milliseconds
 */
export function createAuthorizer(settings: AuthorizerSettings, now: () => number = Date.now): Authorize {
  const cache = new AnswerCache<GivenAnswer>();
  const findKeys = createKeyFinder(settings, now);
  const checkApiKey = createApiKeyCheck(settings, now);
  const admit = async (call: GatewayCall, guard: Guard | undefined): Promise<Admitted> => {
    switch (guard?.kind) {
      case undefined:
        return {};
      case 'iam':
        return { identity: checkIam(call, settings, now()) };
      case 'cognito':
      case 'jwt':
        return { authorizer: await checkToken(call, guard, { settings, findKeys, now }) };
      case 'token':
      case 'request':
        return await askLambda(call, guard, { settings, cache, now });
    }
  };
  return async (call) => {
    const { guard, needsApiKey } = listRequirements(call.route);
    const { usageIdentifierKey, ...admitted } = await admit(call, guard);
    if (!needsApiKey) return admitted;
    return { ...admitted, identity: { ...admitted.identity, ...checkApiKey(call, usageIdentifierKey) } };
  };
}
