import { pickLargest } from '../list-limits.js';
import { describeRoutes, formatServed, type ListedRoute } from '../list-routes.js';
import { formatAmount, formatShare } from '../../../rules/gateway/format-limit.js';
import type { GatewayComparison } from '../../../compare-gateways.js';
import type { Outputs } from '../../../backends/index.js';
import { describePlaceholders, type PlaceholderSource } from '../../../backends/placeholders/index.js';
import type { Diagnostic, SilencedDiagnostic } from '../../../diagnostics/diagnostic.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { LimitUse } from '../../../rules/gateway/limit.js';

/** A page about an API, for people: what each table has, without its looks. */
export interface Page {
  readonly title: string;
  readonly version: string;
  readonly sections: readonly PageSection[];
}

export interface PageSection {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a sign in the rows means. */
  readonly note?: string;
}

export interface PageSource {
  readonly model: GatewayModel;
  readonly outputs: Pick<Outputs, 'placeholders'>;
  readonly limits: readonly LimitUse[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
  readonly gateways: readonly GatewayComparison[];
}

/** What stands in a cell that has nothing to say. */
const NOTHING = '-';

/**
 * @param isPrivate the page names resources, placeholders and source files too: whom the integrations call, and the
 *   words of the diagnostics, which repeat such names
 */
export function describePage(
  { model, outputs, limits, diagnostics, silenced, gateways }: PageSource,
  isPrivate: boolean,
): Page {
  const routes = describeRoutes(model, gateways);
  const { info } = model.document;
  const show = showFor(isPrivate);
  const sections: readonly PageSection[] = [
    routeSection(model, routes, isPrivate),
    {
      name: 'Authorizers',
      head: ['Name', 'Kind', 'Routes'],
      rows: describeAuthorizers(model, routes).map(([name, kind, used]) => [show(name), kind, String(used)]),
    },
    {
      name: 'Limits',
      head: ['Limit', 'Used', 'Of', 'Share'],
      rows: pickLargest(limits).map(({ name, unit, used, of }) => [
        name,
        formatAmount(used, unit),
        ...(of === undefined ? [NOTHING, NOTHING] : [formatAmount(of, unit), formatShare(used, of)]),
      ]),
    },
    ...(isPrivate ? [placeholderSection(outputs.placeholders)] : []),
    {
      name: 'Diagnostics',
      head: ['Severity', 'Code', 'Place', ...(isPrivate ? ['Message', 'Remedy'] : [])],
      rows: diagnostics.map(({ severity, code, at, message, fix }) => [
        severity,
        code,
        namePlace(at, isPrivate),
        ...(isPrivate ? [message, fix] : []),
      ]),
    },
    ...(isPrivate
      ? [
          {
            name: 'Ignored diagnostics',
            head: ['Code', 'Place', 'Reason'],
            rows: silenced.map(({ code, at, reason }) => [code, namePlace(at, true), reason]),
          },
        ]
      : []),
  ];
  return {
    title: textOf(info?.['title']),
    version: textOf(info?.['version']),
    sections: sections.filter(({ name, rows }) => name === 'Routes' || rows.length > 0),
  };
}

function routeSection(model: GatewayModel, routes: readonly ListedRoute[], isPrivate: boolean): PageSection {
  const show = showFor(isPrivate);
  return {
    name: 'Routes',
    head: [
      'Method',
      'Path',
      'Summary',
      'Handler',
      'Integration',
      'Authorizer',
      'API key',
      'CORS',
      'Gateways',
    ],
    rows: routes.map((route, index) => {
      const summary = summaryOf(model, index);
      return [
        route.method,
        route.path,
        summary,
        `${route.controller}.${route.handler}`,
        nameIntegration(route, isPrivate),
        show(nameAuthorizer(route)),
        route.apiKey ? 'required' : NOTHING,
        show(route.cors?.join(' ') ?? NOTHING),
        formatServed(route.gateways),
      ];
    }),
    ...(routes.some((route) => formatServed(route.gateways).includes('*'))
      ? { note: '* served without some settings of the route' }
      : {}),
  };
}

function showFor(isPrivate: boolean): (text: string) => string {
  return isPrivate ? (text) => text : withoutPlaceholders;
}

function placeholderSection(source: PlaceholderSource): PageSection {
  return {
    name: 'Placeholders',
    head: ['Name', 'Kind', 'Routes', 'Declared by'],
    rows: describePlaceholders(source).placeholders.map(({ name, kind, routes, declaredBy }) => [
      name,
      kind ?? NOTHING,
      String(routes.length),
      declaredBy.join(', '),
    ]),
  };
}

function summaryOf({ routes, document }: GatewayModel, index: number): string {
  const { operation } = routes[index]!;
  if (operation?.source !== 'document') return NOTHING;
  const described = document.paths[operation.path]?.[operation.method] as
    { readonly summary?: unknown } | undefined;
  return textOf(described?.summary) || NOTHING;
}

function nameIntegration({ integration }: ListedRoute, isPrivate: boolean): string {
  if (integration.state !== 'set') return integration.state === 'none' ? NOTHING : integration.state;
  return isPrivate ? integration.text : integration.kind;
}

function nameAuthorizer({ authorizer }: ListedRoute): string {
  if (authorizer.state !== 'set') return authorizer.state === 'none' ? NOTHING : authorizer.state;
  const scopes = authorizer.scopes.length > 0 ? ` (${authorizer.scopes.join(' ')})` : '';
  return `${authorizer.name}${scopes}`;
}

function describeAuthorizers(
  model: GatewayModel,
  listed: readonly ListedRoute[],
): readonly (readonly [name: string, kind: string, routes: number])[] {
  return model.authorizers.map(({ kind }, index) => {
    const used = model.routes.flatMap(({ authorizer }, route) =>
      authorizer?.index === index ? [listed[route]!.authorizer] : [],
    );
    const [first] = used;
    return [first?.state === 'set' ? first.name : NOTHING, kind, used.length];
  });
}

function namePlace(at: Diagnostic['at'], isPrivate: boolean): string {
  const { controller, handler, method, path, member, option, file, line, column } = at;
  const where = [
    ...(isPrivate && file !== undefined
      ? [[file, line, column].filter((one) => one !== undefined).join(':')]
      : []),
    ...(controller === undefined ? [] : [handler === undefined ? controller : `${controller}.${handler}`]),
    ...(path === undefined ? [] : [`${method ?? ''} ${path}`.trim()]),
    ...(member === undefined ? [] : [member]),
    ...(isPrivate && option !== undefined ? [option] : []),
  ];
  return where.join(', ') || 'the API';
}

/** `${app_origin}` as `app_origin`: the public document shows a placeholder by its identifier. */
function withoutPlaceholders(text: string): string {
  return text.replaceAll(/\$\{([A-Za-z_]\w*)\}/g, '$1');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
