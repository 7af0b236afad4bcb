import type { ModuleVariable, Validation } from './render-variables.js';
import type { PlaceholderUse } from './list-placeholder-uses.js';
import { ANY_ARN, IN_TEMPLATE, kindOf, QUOTED, type Kind } from '../../../grammar/value-kinds.js';
import { hclString } from '../format-hcl.js';

/** Names that Terraform keeps for itself in a `module` block. */
const RESERVED = ['source', 'version', 'providers', 'count', 'for_each', 'lifecycle', 'depends_on', 'locals'];

/** The variable of a placeholder. */
export function variableOf(placeholder: string): string {
  return RESERVED.includes(placeholder) ? `${placeholder}_value` : placeholder;
}

/** Routes that a description names. */
const SHOWN = 5;

/** A variable for each placeholder, with what it is used for. */
export function listVariables(uses: ReadonlyMap<string, PlaceholderUse>): readonly ModuleVariable[] {
  return [...uses]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([placeholder, use]): ModuleVariable => {
      const name = variableOf(placeholder);
      return {
        name,
        type: use.origins ? 'list(string)' : 'string',
        description: describe(use),
        validations: use.origins ? validateOrigins(name, use.origins) : validationsOf(name, use),
      };
    });
}

function describe({ options, routes, isInDocument }: PlaceholderUse): string {
  const [option] = options.values();
  const kind = option && kindOf(option.name, option.isWhole);
  const what = kind && option.isWhole ? `${kind[1][0]!.toUpperCase()}${kind[1].slice(1)}` : 'Value';
  if (!isInDocument) return 'ARN of a resource that the role of the routes may use.';
  if (routes.length === 0) return `${what.replace(/\.$/, '')}. Used by the API as a whole.`;
  const shown = routes.slice(0, SHOWN).join(', ');
  const more = routes.length > SHOWN ? ` and ${routes.length - SHOWN} more` : '';
  return `${what}. Used by ${shown}${more}.`;
}

function validationsOf(name: string, use: PlaceholderUse): readonly Validation[] {
  if (!use.isInDocument) return [validate(name, ANY_ARN)];
  const kinds = [...use.options.values()].flatMap((option) => {
    const kind = kindOf(option.name, option.isWhole);
    return kind ? [kind] : [];
  });
  const distinct = [...new Map(kinds.map((kind) => [kind[0], kind])).values()];
  if (distinct.length > 0) return distinct.map((kind) => validate(name, kind));
  return [
    ...(use.isQuoted ? [validate(name, QUOTED)] : []),
    ...(use.isBare ? [validate(name, IN_TEMPLATE)] : []),
  ];
}

function validate(variable: string, [pattern, words]: Kind): Validation {
  return {
    condition: `can(regex(${hclString(pattern)}, var.${variable}))`,
    message: `The value must be ${words.replaceAll('`', "'").replaceAll('"', '')}.`,
  };
}

const [ORIGIN_PATTERN] = kindOf('originList', true)!;

function validateOrigins(
  name: string,
  origins: NonNullable<PlaceholderUse['origins']>,
): readonly Validation[] {
  return [
    {
      condition: `alltrue([for origin in var.${name} : can(regex(${hclString(ORIGIN_PATTERN)}, origin))])`,
      message:
        'Each value must be an origin: scheme, host and port in lower case, without a slash at the end, or *.',
    },
    ...(origins === 'exact'
      ? [
          {
            condition: `!contains(var.${name}, "*")`,
            message: 'Browsers send credentials only to listed origins: * is not one.',
          },
        ]
      : []),
  ];
}
