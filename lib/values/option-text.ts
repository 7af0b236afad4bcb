import { formatRequestValue } from './format-request-value.js';
import { isDeployValue, joinDeployValue, parseDeployValue, type DeployValue } from './deploy-value.js';
import { formatDeployText } from './deploy-text.js';
import { isRequestValue, type RequestValue } from './request-value.js';

/** The text of an option of a service: fixed, known at deployment, or with variables of the stage in it. */
export type OptionText = string | DeployValue | RequestValue;

const STAGE_VARIABLE = /\$\{stageVariables\.(\w{1,64})\}/;

/** Reads `${name}` as a placeholder and `${stageVariables.name}` as `fromStage('name')`. */
export function parseOptionText(text: string): OptionText {
  const pieces = text.split(STAGE_VARIABLE);
  if (pieces.length === 1) return text.includes('${') ? parseDeployValue(text) : text;
  const parts = pieces.flatMap((piece, index): (DeployValue | RequestValue)[] => {
    if (index % 2 === 1) return [{ '@request': 'stage', name: piece }];
    return piece === '' ? [] : [parseDeployValue(piece)];
  });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { '@request': 'text', parts };
}

/** An option's text as a deploy value, with `instead` in the place of what only a request knows. */
export function fillOptionText(text: OptionText, instead: (value: RequestValue) => string): DeployValue {
  if (!isRequestValue(text)) return isDeployValue(text) ? text : parseDeployValue(text);
  if (text['@request'] !== 'text') return joinDeployValue(instead(text));
  return joinDeployValue(...text.parts.map((part) => fillOptionText(part, instead)));
}

/** An option's text as its author wrote it. */
export function formatOptionText(text: OptionText): string {
  if (!isRequestValue(text)) return formatDeployText(text);
  return formatDeployText(
    fillOptionText(text, (value) =>
      value['@request'] === 'stage' ? `\${stageVariables.${value.name}}` : `\${${formatRequestValue(value)}}`,
    ),
  );
}

/** An option's text as a URI of API Gateway's has it, which knows variables of the stage. */
export function optionTextInUri(text: OptionText): DeployValue {
  return fillOptionText(text, (value) =>
    value['@request'] === 'stage' ? `\${stageVariables.${value.name}}` : '',
  );
}
