import { scriptOf } from './add-package-entries.js';
import type { ApplicationKind } from './nest-add-options.js';
import type { Outcome } from './outcome.js';
import type { Workspace } from './read-workspace.js';

const DOCS = 'node_modules/nestjs-aws-gateway/docs';

const NEXT = {
  monolith: 'Give `${api_function_arn}` its value in Terraform',
  container: 'Give `${load_balancer_host}` its value in Terraform',
  functions: 'Give the placeholders of the functions their values in Terraform',
} satisfies Record<ApplicationKind, string>;

interface NextSteps {
  readonly kind: ApplicationKind;
  /** `npm`, `pnpm` or `yarn`. */
  readonly manager: string;
  /** Whether the packages that package.json names are installed, or will be by this run. */
  readonly isInstalled: boolean;
}

/** What the user reads at the end: what is done, what is left and what is next. */
export function formatOutcome(
  { done, byHand }: Outcome,
  workspace: Workspace,
  { kind, manager, isInstalled }: NextSteps,
): readonly string[] {
  const script = scriptOf(workspace);
  const [publicFile, privateFile] = ['public', 'private'].map(
    (name) => `${workspace.outputFolder}api_${name}.json`,
  );
  return [
    '',
    done.length === 0
      ? 'nestjs-aws-gateway was set up before. Nothing is changed.'
      : 'nestjs-aws-gateway is set up:',
    ...done.map((line) => `  - ${line}`),
    ...(byHand.length === 0 ? [] : ['', 'Left for you:', ...byHand.map((line) => `  - ${line}`)]),
    '',
    'Next:',
    ...[
      ...(isInstalled ? [] : [`Run \`${manager} install\`: package.json names new packages`]),
      `Run \`${manager} run ${script}:write\`: it writes ${publicFile} and ${privateFile}`,
      `Run \`${manager} run ${script} -- --list\`: it lists the routes`,
      `${NEXT[kind]}: ${DOCS}/terraform.md`,
      `Run \`${manager} run ${script}:check\` in CI`,
    ].map((line, index) => `  ${index + 1}. ${line}`),
    `  Guards, a database, another builder: ${DOCS}/existing-application.md`,
    '',
  ];
}
