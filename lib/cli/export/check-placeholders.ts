import { docsOf, type Diagnostic, type DiagnosticPlace } from '../../diagnostics/diagnostic.js';
import { findRenderedOperation } from '../../backends/rest-api/find-rendered-operation.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { listPlaceholders, type DeployTree } from '../../values/deploy-tree.js';
import type { ApigenArguments } from './apigen-arguments.js';

/**
 * Faults between the placeholders of a private document, and of `others` written beside it, and the values that the
 * command line gives for them.
 */
export function checkPlaceholders(
  tree: DeployTree,
  model: Pick<GatewayModel, 'routes' | 'authorizers'>,
  { vars, template }: Pick<ApigenArguments, 'vars' | 'template'>,
  others: readonly DeployTree[] = [],
): readonly Diagnostic[] {
  if (vars.size === 0 && template === 'terraform') return [];
  const known = listPlaceholders([tree, ...others]);
  const unknown = [...vars.keys()].filter((name) => !known.includes(name)).toSorted();
  const unfilled = template === 'none' ? known.filter((name) => !vars.has(name)) : [];
  const places = unfilled.length > 0 ? findPlaces(tree, model) : new Map<string, DiagnosticPlace>();
  return [
    ...unknown.map((name): Diagnostic => ({
      code: 'unknown-placeholder',
      severity: 'error',
      at: { option: `--var ${name}` },
      message: `no placeholder is named \`${name}\``,
      fix:
        known.length === 0
          ? 'Leave the option out: the application has no placeholders.'
          : `Name one of ${known.map((other) => `\`${other}\``).join(', ')}, or leave the option out.`,
      docs: docsOf('unknown-placeholder'),
    })),
    ...unfilled.map((name): Diagnostic => ({
      code: 'unfilled-placeholder',
      severity: 'error',
      at: places.get(name) ?? { option: '--template none' },
      message: `the placeholder \`\${${name}}\` has no value, and with \`--template none\` nothing fills it later`,
      fix: `Give its value with \`--var ${name}=...\`, or write for Terraform with \`--template terraform\`.`,
      docs: docsOf('unfilled-placeholder'),
    })),
  ];
}

/** The first route that needs each placeholder, itself or by its authorizer. */
function findPlaces(
  tree: DeployTree,
  { routes, authorizers }: Pick<GatewayModel, 'routes' | 'authorizers'>,
): ReadonlyMap<string, DiagnosticPlace> {
  const places = new Map<string, DiagnosticPlace>();
  for (const { controller, handler, method, path, authorizer } of routes) {
    const operation = findRenderedOperation({ path, method }, { privateDocument: tree });
    for (const name of listPlaceholders([operation, (authorizer && authorizers[authorizer.index]) ?? null])) {
      if (!places.has(name)) places.set(name, { controller, handler, method: method.toUpperCase(), path });
    }
  }
  return places;
}
