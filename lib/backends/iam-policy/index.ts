import type { GatewayModel } from '../../model/gateway-model.js';
import { listPermissions } from '../../model/integrations/list-permissions.js';
import { isService } from '../../services/service-integrations.js';
import {
  formatDeployValue,
  isImportVariable,
  type DeployValue,
  type ImportVariable,
} from '../../values/deploy-value.js';
import type { DeployMembers, DeployTree } from '../../values/deploy-tree.js';
import type { BackEnd } from '../back-end.js';

/** Placeholders for what API Gateway fills in, and IAM does not: the names that Terraform's data sources give them. */
const IAM_PLACEHOLDERS: Readonly<Record<ImportVariable['variable'], string>> = {
  'AWS::Partition': 'partition',
  'AWS::Region': 'region',
  'AWS::AccountId': 'account_id',
};

/** A policy document, its resources deploy values. */
export interface IamPolicy extends DeployMembers {
  readonly Version: string;
  readonly Statement: readonly DeployTree[];
}

export const iamPolicy: BackEnd<IamPolicy, 'iam-policy'> = {
  id: 'iam-policy',
  render: renderIamPolicy,
  rules: [],
};

/** IAM refuses a policy without statements. This one allows what nobody can be denied. */
const NOTHING: IamPolicy['Statement'] = [
  { Effect: 'Allow', Action: ['sts:GetCallerIdentity'], Resource: '*' },
];

/**
 * The least that the role of the direct service integrations must be allowed, as an IAM policy document. Routes with
 * the same resources share a statement.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
function renderIamPolicy({ routes, settings }: GatewayModel): IamPolicy {
  const services = routes.flatMap(({ integration }) =>
    integration && isService(integration) ? [integration] : [],
  );
  const permissions = listPermissions(services, services, settings);
  return {
    Version: '2012-10-17',
    Statement:
      permissions.length === 0
        ? NOTHING
        : permissions
            .map(({ actions, resource }) => ({
              Effect: 'Allow',
              Action: actions,
              Resource: forIam(resource),
            }))
            .toSorted((a, b) => (formatDeployValue(a.Resource) < formatDeployValue(b.Resource) ? -1 : 1)),
  };
}

function forIam(value: DeployValue): DeployValue {
  return {
    '@deploy': value['@deploy'].map((part) =>
      isImportVariable(part) ? { placeholder: IAM_PLACEHOLDERS[part.variable] } : part,
    ),
  };
}
