import { formatDeployValue, parseDeployValue, type DeployValue } from '../../values/deploy-value.js';

const PART = /(?:\$\{[^{}]+\}|[^:${}])+/.source;
const POOL = new RegExp(`^arn:${PART}:cognito-idp:(${PART}):${PART}:userpool/(.+)$`);

/** The issuer of the tokens of a user pool. Absent: it does not follow from a placeholder. */
export function issuerOf(pool: DeployValue): DeployValue | undefined {
  const [, region, id] = POOL.exec(formatDeployValue(pool)) ?? [];
  if (region === undefined) return undefined;
  return parseDeployValue(
    `https://cognito-idp.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/${id}`,
  );
}
