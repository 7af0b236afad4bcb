import { kindOf } from '../../grammar/value-kinds.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Origin, RouteConcern } from '../../model/routes/route.js';
import { listPlaceholders, type Placeholder, type PlaceholderOption } from '../../model/list-placeholders.js';
import {
  listPlaceholders as namesIn,
  type DeployMembers,
  type DeployTree,
} from '../../values/deploy-tree.js';
import type { BackEnd } from '../back-end.js';

/** The placeholders that must be filled in at deployment, as data for people and programs. */
export interface PlaceholderList extends DeployMembers {
  readonly placeholders: readonly ListedPlaceholder[];
}

export interface ListedPlaceholder extends DeployMembers {
  readonly name: string;
  /** What the value is, such as `the ARN of a Lambda function`. `null`: a text of any kind. */
  readonly kind: string | null;
  /** Names of the options that hold it. */
  readonly options: readonly string[];
  /** `GET /users/{id}`. Empty: the placeholder belongs to the API as a whole. */
  readonly routes: readonly string[];
  /** `@AwsLambda on UsersController.find` or `forRoot({ integration })`, each once. */
  readonly declaredBy: readonly string[];
}

/** What the list is derived from: most runs ask for none. */
export interface PlaceholderSource {
  readonly model: GatewayModel;
  /** What a run deploys: only placeholders in it count, not those of other gateways. Absent: all count. */
  readonly documents?: readonly DeployTree[];
}

export const placeholders: BackEnd<PlaceholderSource, 'placeholders'> = {
  id: 'placeholders',
  render: (model) => ({ model }),
  rules: [],
};

export function describePlaceholders({ model, documents }: PlaceholderSource): PlaceholderList {
  const needed = documents && new Set(namesIn(documents));
  return {
    placeholders: listPlaceholders(model)
      .filter(({ name }) => !needed || needed.has(name))
      .map(describe),
  };
}

function describe({ name, options, uses }: Placeholder): ListedPlaceholder {
  const declaredBy = uses.flatMap(({ route, concerns }) =>
    concerns.map((concern) => nameOrigin(route.origins[concern], concern, route)),
  );
  const ofModule = options.filter((option) => option.name !== '').map((option) => option.name);
  return {
    name,
    kind: nameKind(options),
    options: [...new Set(ofModule)],
    routes: uses.map(({ route }) => `${route.method.toUpperCase()} ${route.path}`),
    declaredBy:
      declaredBy.length > 0
        ? [...new Set(declaredBy)]
        : [...new Set(ofModule)].map((option) => `forRoot({ ${option} })`),
  };
}

/** A use as a whole value tells most about the kind. */
function nameKind(options: readonly PlaceholderOption[]): string | null {
  const [first] = options.toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole));
  if (!first || first.name === '') return null;
  if (first.isWhole) return kindOf(first.name, true)?.[1] ?? null;
  // The model has the whole URL beside its base, whichever of the two is written.
  return ['url', 'baseUrl'].includes(first.name) ? 'a part of a URL' : `a part of \`${first.name}\``;
}

function nameOrigin(
  { level, decorator, base }: Origin,
  concern: RouteConcern,
  { controller, handler }: { readonly controller: string; readonly handler: string },
): string {
  switch (level) {
    case 'handler':
      return `@${decorator} on ${controller}.${handler}`;
    case 'class':
      return `@${decorator} on ${base ?? controller}`;
    case 'application':
      return `app.${decorator}`;
    case 'module':
    case 'default':
      return `forRoot({ ${concern} })`;
  }
}
