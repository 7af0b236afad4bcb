import { alignHcl, hclString } from '../format-hcl.js';

/** A variable of a module. */
export interface ModuleVariable {
  readonly name: string;
  /** A type of Terraform. */
  readonly type: string;
  readonly description: string;
  /** An expression of HCL. Absent: the caller must set the variable. */
  readonly default?: string;
  readonly validations?: readonly Validation[];
  /** Whether null is not allowed. @default true for a variable that must be set */
  readonly nullable?: boolean;
}

export interface Validation {
  /** An expression of HCL that is true for a valid value. */
  readonly condition: string;
  readonly message: string;
}

/** `variables.tf` */
export function renderVariables(variables: readonly ModuleVariable[]): string {
  return alignHcl(variables.map(renderVariable).join('\n'));
}

function renderVariable(variable: ModuleVariable): string {
  const { name, type, description, validations = [], nullable = variable.default !== 'null' } = variable;
  return [
    `variable "${name}" {`,
    `  description = ${hclString(description)}`,
    `  type = ${type}`,
    ...(variable.default === undefined ? [] : [`  default = ${variable.default}`]),
    ...(nullable ? ['  nullable = false'] : []),
    ...validations.flatMap(({ condition, message }) => [
      '',
      '  validation {',
      `    condition = ${condition}`,
      `    error_message = ${hclString(message)}`,
      '  }',
    ]),
    '}',
    '',
  ].join('\n');
}

/** An output of a module. */
export interface ModuleOutput {
  readonly name: string;
  readonly description: string;
  /** An expression of HCL. */
  readonly value: string;
  /** Terraform does not print it. @default false */
  readonly sensitive?: boolean;
}

/** `outputs.tf` */
export function renderOutputs(outputs: readonly ModuleOutput[]): string {
  return alignHcl(
    outputs
      .map(({ name, description, value, sensitive }) =>
        [
          `output "${name}" {`,
          `  description = ${hclString(description)}`,
          `  value = ${value}`,
          ...(sensitive ? ['  sensitive = true'] : []),
          '}',
          '',
        ].join('\n'),
      )
      .join('\n'),
  );
}
