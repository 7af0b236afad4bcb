import { list } from '../../options/option-shape.js';
import { docsOf, type Diagnostic, type DiagnosticPlace } from '../../diagnostics/diagnostic.js';
import type { GatewayOutput } from '../../backends/back-end.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { placeOf } from '../../rules/rule.js';
import { listUnsubstituted } from '../../values/cloudformation-writer.js';
import { listPlaceholders, type DeployTree } from '../../values/deploy-tree.js';

import type { Template, WriteSettings } from '../files/render-files.js';

/**
 * Compares the placeholders of the documents with the values of the command line.
 *
 * @param declared the placeholders of the application before any was filled. A document may lack those of a route that the
 *   gateway serves only with the values, and those that only another gateway needs
 */
export function checkPlaceholders(
  { gateway, document, operations }: Pick<GatewayOutput, 'gateway' | 'document' | 'operations'>,
  model: Pick<GatewayModel, 'routes' | 'authorizers'>,
  { vars, template }: WriteSettings,
  others: readonly DeployTree[] = [],
  declared: () => readonly string[] = () => [],
): readonly Diagnostic[] {
  if (vars.size === 0 && (template === 'terraform' || template === 'deck')) return [];
  const known =
    vars.size === 0
      ? []
      : [...new Set([...listPlaceholders([document, ...others]), ...declared()])].toSorted();
  const unknown = [...vars.keys()].filter((name) => !known.includes(name)).toSorted();
  const unfilled = listUnfilled(template, [document, ...others]).filter((name) => !vars.has(name));
  const places = unfilled.length > 0 ? findPlaces(operations, model) : new Map<string, DiagnosticPlace>();
  return [
    ...unknown.map((name): Diagnostic => ({
      code: 'unknown-placeholder',
      severity: 'error',
      at: { option: `--var ${name}` },
      message: `the application has no placeholder \`${name}\``,
      fix:
        known.length === 0
          ? 'Remove the option: the application has no placeholders.'
          : `Use ${list(known)}, or remove the option.`,
      docs: docsOf('unknown-placeholder'),
    })),
    ...unfilled.map((name): Diagnostic => ({
      code: 'unfilled-placeholder',
      severity: 'error',
      at: places.get(name) ?? { option: `--template ${template}` },
      message:
        template === 'cloudformation'
          ? `the placeholder \`\${${name}}\` has no value, and CloudFormation cannot fill it in: it stands in a name, or for a list of origins`
          : `the placeholder \`\${${name}}\` has no value, and ${gateway === 'kong' ? 'in this file of Kong' : 'with `--template none`'} nothing fills it in later`,
      fix: `Add \`--var ${name}=...\`, or write the document for ${gateway === 'kong' ? 'decK with `--dialect deck`' : 'Terraform with `--template terraform`'}.`,
      docs: docsOf('unfilled-placeholder'),
    })),
  ];
}

function listUnfilled(template: Template, trees: readonly DeployTree[]): readonly string[] {
  if (template === 'cloudformation') return listUnsubstituted(trees);
  return template === 'none' ? listPlaceholders(trees) : [];
}

/** The first route that needs each placeholder, in its options or in its authorizer. */
function findPlaces(
  operations: GatewayOutput['operations'],
  { routes, authorizers }: Pick<GatewayModel, 'routes' | 'authorizers'>,
): ReadonlyMap<string, DiagnosticPlace> {
  const places = new Map<string, DiagnosticPlace>();
  for (const route of routes) {
    const operation = operations.get(route)?.operation;
    const authorizer = route.authorizer && authorizers[route.authorizer.index];
    for (const name of listPlaceholders([operation ?? null, authorizer ?? null])) {
      if (!places.has(name)) places.set(name, placeOf(route));
    }
  }
  return places;
}
