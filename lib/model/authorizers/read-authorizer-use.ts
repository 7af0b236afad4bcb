import { isObject } from '../../openapi/openapi.js';
import { conflict } from '../../options/option-fault.js';
import { checkOptions, show } from '../../options/option-shape.js';
import { AUTHORIZER_USE } from '../../options/authorizer-shapes.js';
import { AUTHORIZER_KINDS } from './authorizer-kinds.js';
import type { Authorizer } from './authorizer.js';
import { ownerOf, type ReadGiven } from '../declarations/given.js';
import { resolveAuthorizer } from './resolve-authorizer.js';

/** An authorizer of a route, before it is added to the model. */
export interface ReadUse {
  readonly authorizer: Authorizer;
  readonly scopes: readonly string[];
}

/** Reads `@AwsAuthorizer`, or `authorizer` and `scopes` of `forRoot`. */
export const readAuthorizerUse: ReadGiven<ReadUse> = (declared, at) => {
  const [given, use = {}] = declared.args;
  const owner = ownerOf(declared);
  const { authorizer, faults } = resolveAuthorizer(given, owner, at);
  const useFaults = checkOptions(owner, use, AUTHORIZER_USE, at);
  if (!authorizer || useFaults.length > 0) return { faults: [...faults, ...useFaults] };
  const scopes = (isObject(use) ? (use['scopes'] as readonly string[] | undefined) : undefined) ?? [];
  if (scopes.length > 0 && !AUTHORIZER_KINDS[authorizer.kind].checksScopes) {
    const message = `${owner} has the scopes ${show(scopes)}, but its authorizer does not check scopes`;
    const fix = 'Remove `scopes`, or use a `CognitoAuthorizer` or a `JwtAuthorizer`.';
    return { faults: [conflict(at, message, fix)] };
  }
  return { value: { authorizer, scopes: [...new Set(scopes)] }, faults: [] };
};
