import { RISKS, type Risk } from '../../diff/change-kinds.js';
import { count } from '../report/count.js';
import type { ReportSettings } from './report-settings.js';
import { groupChanges, type ChangeGroup } from './group-changes.js';
import { nameRoute } from './list-routes.js';
import type { PlacedChange } from './place-changes.js';
import { RISK_TEXTS } from './risk-texts.js';

/** Routes that stand at a change before the others are folded. */
const SHOWN = 3;

/** A comment for a pull request: a section for each risk, those without a consequence folded. */
export function formatMarkdown(changes: readonly PlacedChange[], { base, failOn }: ReportSettings): string {
  const title = `### API Gateway: ${changes.length === 0 ? 'no changes' : count(changes.length, 'change')} since ${code(base)}\n`;
  const sections = RISKS.flatMap((risk) => {
    const found = changes.filter((one) => one.risk === risk);
    return found.length === 0 ? [] : [formatSection(risk, found, failOn.includes(risk))];
  });
  return [title, ...sections].join('\n');
}

function formatSection(risk: Risk, changes: readonly PlacedChange[], fails: boolean): string {
  const { title, meaning } = RISK_TEXTS[risk];
  const lines = groupChanges(changes).map(formatGroup).join('');
  const heading = `${title} (${changes.length})${fails ? ', fails this run' : ''}`;
  return risk === 'cosmetic'
    ? `<details><summary>${heading}</summary>\n\n${lines}\n</details>\n`
    : `#### ${heading}\n\n${meaning}\n\n${lines}`;
}

function formatGroup({ first, all }: ChangeGroup): string {
  const routes = [...new Set(all.map(nameRoute))].filter((name) => name !== 'the API');
  const shown = routes.slice(0, SHOWN).map(code).join(', ');
  const left = routes.length - SHOWN;
  const places = shown === '' ? '' : `${shown}${left > 0 ? ` and ${left} more` : ''}: `;
  const { file, line } = first.at;
  const source =
    file === undefined ? '' : ` <sub>${code(line === undefined ? file : `${file}:${line}`)}</sub>`;
  return `- ${places}${escapeText(first.message)}${source}\n`;
}

/** What stands in backticks is code already. */
function escapeText(message: string): string {
  return message
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[\\<>*_[\]|~#&]/g, '\\$&')))
    .join('');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}
