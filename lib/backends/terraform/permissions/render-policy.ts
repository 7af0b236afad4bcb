import { functionArn } from './function-arn.js';
import { hclString, hclValue } from '../format-hcl.js';
import type { Role } from './list-roles.js';

/** The policy of a role, as an expression. */
export function renderPolicy(
  { permissions, functions }: Role,
  read: (placeholder: string) => string,
  stageVariables: string,
): string {
  const statements = [
    ...permissions.map(({ actions, resource }) => ({
      actions,
      resource: hclValue(resource, read),
    })),
    ...(functions.length > 0
      ? [
          {
            actions: ['lambda:InvokeFunction'],
            resource: `[${functions.map((called) => functionArn(called, read, stageVariables)).join(', ')}]`,
          },
        ]
      : []),
  ];
  return `jsonencode({
      Version = "2012-10-17"
      Statement = [
${statements
  .map(
    ({ actions, resource }) => `        {
          Effect = "Allow"
          Action = [${actions.map(hclString).join(', ')}]
          Resource = ${resource}
        },`,
  )
  .join('\n')}
      ]
    })`;
}
