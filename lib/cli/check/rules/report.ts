import { docsOf, type Diagnostic, type Severity } from '../../../diagnostics/diagnostic.js';
import type { HclPlace } from '../hcl/expression.js';

/** What a check of Terraform reports. Each code has a heading in docs/diagnostics.md. */
export type TerraformCode =
  | 'terraform-body-without-values'
  | 'terraform-deployment-in-use'
  | 'terraform-merge-mode'
  | 'terraform-missing-permission'
  | 'terraform-missing-value'
  | 'terraform-not-followed'
  | 'terraform-not-mirrored'
  | 'terraform-not-redeployed'
  | 'terraform-resource-beside-body'
  | 'terraform-setting-differs'
  | 'terraform-setting-reverted'
  | 'terraform-unused-value'
  | 'terraform-warnings-ignored'
  | 'terraform-without-document'
  | 'terraform-wrong-gateway'
  | 'terraform-wrong-value';

export interface Found {
  readonly code: TerraformCode;
  readonly severity: Severity;
  readonly at: HclPlace;
  /** The address of the resource or the local value. */
  readonly address: string;
  readonly message: string;
  readonly fix: string;
}

export function toDiagnostic({ at, address, ...found }: Found): Diagnostic {
  return {
    code: found.code,
    severity: found.severity,
    at: { ...at, address },
    message: found.message,
    fix: found.fix,
    docs: docsOf(found.code),
  };
}
