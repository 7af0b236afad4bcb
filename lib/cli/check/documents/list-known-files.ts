import type { AwsGatewayOptions } from '../../../aws-gateway.options.js';
import type { CompiledGateway } from '../../../compile-gateway.js';
import type { Diagnostic, DiagnosticPlace } from '../../../diagnostics/diagnostic.js';
import type { AppSource } from '../../../model/app-source.js';
import { listPlaceholders as listDeclared } from '../../../model/list-placeholders.js';
import { nameRoute, placeOf } from '../../../rules/rule.js';
import { listPlaceholders, writeTree, type DeployTree } from '../../../values/deploy-tree.js';
import { TERRAFORM } from '../../../values/terraform-writer.js';
import { locateDiagnostics } from '../../places/locate-diagnostics.js';
import type { KnownFile, PlaceholderOrigin } from './known-file.js';

/** The files of an application that Terraform fills in. */
export async function listKnownFiles(
  { model, gatewayOutput, outputs }: CompiledGateway,
  source: AppSource,
  settings: AwsGatewayOptions,
  given: { readonly outPrivate?: string; readonly outIam?: string },
): Promise<readonly KnownFile[]> {
  const policy = outputs['iam-policy'];
  const { document } = gatewayOutput;
  const trees = [document, policy];
  const uses = [...new Set(trees.flatMap((tree) => listPlaceholders(tree)))].map((name) => ({
    name,
    ...findUse(name, model, gatewayOutput.operations),
  }));
  const located = await locateDiagnostics(
    uses.map(({ at, subject }): Diagnostic => ({
      code: '',
      severity: 'info',
      at,
      message: subject,
      fix: '',
      docs: '',
    })),
    source,
    settings,
  );
  const options = new Map(listDeclared(model).map((one) => [one.name, one.options]));
  const origins = new Map(
    uses.map(({ name, route }, index): [string, PlaceholderOrigin] => {
      const { file, line, column } = located[index]!.at;
      return [
        name,
        {
          options: options.get(name) ?? [],
          ...(route === undefined ? {} : { route }),
          ...(file === undefined ? {} : { at: { file, line: line ?? 1, column: column ?? 1 } }),
        },
      ];
    }),
  );
  const pick = (tree: DeployTree): ReadonlyMap<string, PlaceholderOrigin> =>
    new Map(listPlaceholders(tree).map((name) => [name, origins.get(name) ?? { options: [] }]));
  const statements = policy.Statement as readonly { readonly Resource: DeployTree }[];
  return [
    {
      kind: 'document',
      words: 'the document',
      ...(given.outPrivate === undefined ? {} : { file: given.outPrivate }),
      marks: model.paths.map(({ path }) => path),
      placeholders: pick(document),
    },
    {
      kind: 'policy',
      words: 'the IAM policy',
      ...(given.outIam === undefined ? {} : { file: given.outIam }),
      marks: statements.map(({ Resource }) => JSON.stringify(writeTree(Resource, TERRAFORM))),
      placeholders: pick(policy),
    },
  ];
}

interface Use {
  readonly at: DiagnosticPlace;
  /** Absent: no route has it. */
  readonly route?: string;
  /** The decorator in backticks, for who finds its place. */
  readonly subject: string;
}

/** The first place of the application that has a placeholder. */
function findUse(
  name: string,
  { routes, authorizers }: CompiledGateway['model'],
  operations: CompiledGateway['gatewayOutput']['operations'],
): Use {
  const has = (tree: unknown): boolean => listPlaceholders((tree ?? null) as DeployTree).includes(name);
  const use = (route: (typeof routes)[number], subject: string): Use => ({
    at: placeOf(route),
    route: nameRoute(route),
    subject,
  });
  for (const route of routes) if (has(route.integration)) return use(route, '');
  for (const route of routes) {
    const authorizer = route.authorizer && authorizers[route.authorizer.index];
    if (has(authorizer)) return use(route, '`LambdaAuthorizer`, `CognitoAuthorizer`');
    if (has(route.cors)) return use(route, '`@AwsCors`');
    if (has(operations.get(route)?.operation)) return use(route, '');
  }
  return { at: {}, subject: '' };
}
