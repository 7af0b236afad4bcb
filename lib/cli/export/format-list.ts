import { compareGateways } from '../../compare-gateways.js';
import type { LimitUse } from '../../rules/gateway/limit.js';
import type { DiagnosticFormat } from '../../diagnostics/format-diagnostics.js';
import type { Diagnostic, SilencedDiagnostic } from '../../diagnostics/diagnostic.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Outputs } from '../../backends/index.js';
import { describePlaceholders } from '../../backends/placeholders/index.js';
import { formatPlaceholders } from '../report/format-placeholders.js';
import { describeGateways, listGateways } from '../report/list-gateways.js';
import { listLimits, pickLargest } from '../report/list-limits.js';
import { describeRoutes, listRoutes } from '../report/list-routes.js';
import { formatHtmlPage } from '../report/page/format-html-page.js';
import { formatMarkdownPage } from '../report/page/format-markdown-page.js';
import { describePage, type Page } from '../report/page/page.js';
import { listSilenced } from '../report/list-silenced.js';
import type { Terminal } from '../report/terminal.js';

export type PageFormat = 'html' | 'markdown';

interface Listed {
  readonly model: GatewayModel;
  readonly outputs: Pick<Outputs, 'placeholders'>;
  readonly limits: readonly LimitUse[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
}

export interface ListSettings {
  readonly format: DiagnosticFormat;
  /** Absent: tables of text, or JSON. */
  readonly page?: PageFormat;
  /** The page names resources, placeholders and source files. */
  readonly private?: true;
}

const PAGES: Readonly<Record<PageFormat, (page: Page) => string>> = {
  html: formatHtmlPage,
  markdown: formatMarkdownPage,
};

/** What `--list` prints: tables, one JSON object, or a page. */
export function formatList(
  source: Listed,
  { format, page, private: isPrivate }: ListSettings,
  terminal?: Terminal,
): string {
  const { model, limits, silenced } = source;
  const gateways = compareGateways(model);
  if (page) return PAGES[page](describePage({ ...source, gateways }, isPrivate === true));
  const listed = describePlaceholders(source.outputs.placeholders);
  if (format === 'json') {
    const list = {
      routes: describeRoutes(model, gateways),
      gateways: describeGateways(gateways),
      limits: pickLargest(limits),
      ...listed,
      silenced,
    };
    return `${JSON.stringify(list, null, 2)}\n`;
  }
  return [
    listRoutes(model, gateways, terminal),
    listGateways(gateways, terminal),
    ...(limits.length > 0 ? [listLimits(limits, terminal)] : []),
    ...(listed.placeholders.length > 0 ? [formatPlaceholders(listed, terminal)] : []),
    ...(silenced.length > 0 ? [listSilenced(silenced, terminal)] : []),
  ].join('\n');
}
