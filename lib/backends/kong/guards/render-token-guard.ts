import type {
  CognitoAuthorizerModel,
  JwtAuthorizerModel,
  KongKey,
} from '../../../model/authorizers/authorizer.js';
import { issuerOf } from '../../../model/authorizers/issuer-of.js';
import { formatDeployValue, joinDeployValue } from '../../../values/deploy-value.js';
import type { Refusal } from '../../refusal.js';
import type { Guards } from './guards.js';
import { renderClaimsCheck, type Claims } from './render-claims-check.js';

type TokenAuthorizer = CognitoAuthorizerModel | JwtAuthorizerModel;

/** The plugins that check a token: first what it says, then its signature and its end. */
export function renderTokenGuard(
  authorizer: TokenAuthorizer,
  keys: readonly KongKey[],
  scopes: readonly string[],
  api: string,
): Guards {
  const found = claimsOf(authorizer, scopes);
  if ('what' in found) return { plugins: [], refusals: [found] };
  const byId = keys.length > 1;
  const claims: Claims = byId ? { ...found, kids: keys.map(({ kid }) => kid!) } : found;
  const { from, name } = claims.source;
  return {
    plugins: [
      { name: 'pre-function', config: { access: [renderClaimsCheck(claims)] } },
      {
        name: 'jwt',
        config: {
          key_claim_name: byId ? 'kid' : 'iss',
          claims_to_verify: ['exp'],
          header_names: from === 'header' ? [name.toLowerCase()] : [],
          uri_param_names: from === 'query' ? [name] : [],
          cookie_names: [],
        },
      },
    ],
    credentials: {
      group: joinDeployValue(`${api}.`, authorizer.name),
      secrets: keys.flatMap(({ kid, algorithm, pem }) =>
        (byId ? [joinDeployValue(kid!)] : claims.issuers).map((key) => ({
          key,
          algorithm,
          // decK insists on a secret. A public key needs none.
          secret: 'unused',
          rsa_public_key: pem,
        })),
      ),
    },
    refusals: [],
  };
}

/** What the tokens of an authorizer must say, or why that is not known. */
function claimsOf(authorizer: TokenAuthorizer, scopes: readonly string[]): Claims | Refusal {
  if (authorizer.kind === 'jwt') {
    const { identitySource, issuer, audience } = authorizer;
    const from = identitySource.from === 'query' ? 'query' : 'header';
    return { source: { from, name: identitySource.name }, issuers: [issuer], audience, scopes };
  }
  const { userPoolArns, issuer, clientIds = [], header } = authorizer;
  const issuers = issuer === undefined ? userPoolArns.map(issuerOf) : [issuer];
  if (!issuers.every((one) => one !== undefined)) {
    return {
      what: `the \`CognitoAuthorizer\` \`${formatDeployValue(authorizer.name)}\` without an \`issuer\``,
      why: 'the issuer does not follow from the placeholder of the user pool',
      fix: "Add `issuer: 'https://${user_pool_endpoint}'`, with `aws_cognito_user_pool.NAME.endpoint` of Terraform.",
    };
  }
  return {
    source: { from: 'header', name: header },
    issuers,
    audience: clientIds,
    scopes,
    // As API Gateway reads tokens of a user pool.
    use: scopes.length > 0 ? 'access' : 'id',
  };
}
