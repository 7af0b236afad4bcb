import type { OperationPlace, Report } from '../verdict.js';
import { judgeEscaping } from './judge-escaping.js';
import { judgeNames } from './judge-names.js';
import { judgeOverrides } from './judge-overrides.js';
import { readTemplate } from './read-template.js';

/** What can be seen of a mapping template without running it; "Variables for data transformations for API Gateway". */
export function judgeTemplate(
  text: string,
  side: 'request' | 'response',
  place: string,
  { guard, report }: OperationPlace,
): void {
  const { nodes, faults } = readTemplate(text);
  const found = (what: string): void => report('broken', what, place);
  faults.forEach((fault) => found(`the template cannot be read: ${fault}`));
  judgeNames(nodes, guard, found);
  judgeOverrides(nodes, found);
  judgeEscaping(nodes, side, found);
}

export function judgeMime(mime: string, place: string, report: Report): void {
  if (mime !== '$default' && !/^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+/.test(mime)) {
    report('rejected', `Invalid content type specified: ${mime}`, place);
  }
}
