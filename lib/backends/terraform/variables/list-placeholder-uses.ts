import type { GatewayModel } from '../../../model/gateway-model.js';
import { nameRoute } from './name-route.js';
import { listPlaceholders, type DeployTree } from '../../../values/deploy-tree.js';
import {
  isDeployValue,
  isOriginPlace,
  isPlaceholder,
  type DeployValue,
  type PlaceholderPlace,
} from '../../../values/deploy-value.js';
import { visitDeployOptions } from '../../../values/visit-deploy-options.js';
import type { GatewayOutput } from '../../back-end.js';

/** How a placeholder is used. */
export interface PlaceholderUse {
  /** Options whose whole value, or a part of it, it is. */
  readonly options: ReadonlyMap<string, { readonly isWhole: boolean; readonly name: string }>;
  /** Routes, such as `GET /users`. */
  readonly routes: readonly string[];
  /** It stands for a list of origins; `exact`: with credentials, with which `*` is not allowed. */
  readonly origins: 'any' | 'exact' | undefined;
  /** It stands between the quotes of a parameter mapping. */
  readonly isQuoted: boolean;
  /** It stands in the text of a template, where nothing escapes it. */
  readonly isBare: boolean;
  /** The document has it. A policy may have others. */
  readonly isInDocument: boolean;
}

export interface PlaceholderUses {
  readonly uses: ReadonlyMap<string, PlaceholderUse>;
  /** The places in which placeholders stand, sorted. */
  readonly places: readonly (PlaceholderPlace | 'plain')[];
}

type Mutable = {
  -readonly [Field in keyof PlaceholderUse]: PlaceholderUse[Field] extends readonly string[]
    ? string[]
    : PlaceholderUse[Field] extends ReadonlyMap<infer Key, infer Value>
      ? Map<Key, Value>
      : PlaceholderUse[Field];
};

/** What stands in a mapping or a template, by the member that holds it. */
const MAPPINGS = ['requestParameters', 'responseParameters'];
const TEMPLATES = ['requestTemplates', 'responseTemplates'];

/** Where credentials go with the request. */
const EXACT: readonly PlaceholderPlace[] = ['origin_test_exact', 'origin_error_echo', 'origin_items_exact'];

export function listPlaceholderUses(
  { routes, authorizers, settings }: GatewayModel,
  { document, operations }: GatewayOutput,
  policies: readonly DeployValue[],
): PlaceholderUses {
  const uses = new Map<string, Mutable>();
  const places = new Set<PlaceholderPlace | 'plain'>();
  const useOf = (name: string): Mutable => {
    const known = uses.get(name) ?? {
      options: new Map(),
      routes: [],
      origins: undefined,
      isQuoted: false,
      isBare: false,
      isInDocument: false,
    };
    uses.set(name, known);
    return known;
  };
  visit(document, undefined, (value, member) => {
    for (const part of value['@deploy']) {
      if (!isPlaceholder(part)) continue;
      places.add(part.within ?? 'plain');
      const use = useOf(part.placeholder);
      use.isInDocument = true;
      if (isOriginPlace(part.within)) {
        const isExact = EXACT.includes(part.within);
        use.origins = isExact ? 'exact' : (use.origins ?? 'any');
      }
      if (member === 'mapping') use.isQuoted = true;
      if (member === 'template' && part.within === undefined) use.isBare = true;
    }
  });
  visitDeployOptions(
    [routes.map(({ integration, cors }) => [integration, cors]), authorizers, settings],
    '',
    (name, option, isWhole) => {
      const known = uses.get(name);
      if (known) known.options.set(`${option} ${isWhole}`, { name: option, isWhole });
    },
  );
  for (const route of routes) {
    const authorizer = route.authorizer && authorizers[route.authorizer.index];
    const rendered = operations.get(route);
    const tree = [
      rendered?.operation ?? null,
      // Routes may share it, and then it does not stand in the operation.
      rendered?.integration ?? null,
      (authorizer ?? null) as DeployTree,
      (route.cors ?? null) as DeployTree,
    ];
    for (const name of listPlaceholders(tree)) uses.get(name)?.routes.push(nameRoute(route));
  }
  for (const resource of policies) for (const name of listPlaceholders(resource)) useOf(name);
  return { uses, places: [...places].toSorted() };
}

type Member = 'mapping' | 'template' | undefined;

function visit(tree: unknown, member: Member, found: (value: DeployValue, member: Member) => void): void {
  if (typeof tree !== 'object' || tree === null) return;
  if (isDeployValue(tree)) return found(tree, member);
  for (const [key, value] of Object.entries(tree)) {
    visit(value, MAPPINGS.includes(key) ? 'mapping' : TEMPLATES.includes(key) ? 'template' : member, found);
  }
}
