import { formatDeployValue, parseDeployValue, type DeployValue } from './deploy-value.js';

/** The text of an option as a deploy value. */
export function asDeployValue(text: string | DeployValue): DeployValue {
  return typeof text === 'string' ? parseDeployValue(text) : text;
}

/** The text of an option as its author wrote it. */
export function formatDeployText(text: string | DeployValue): string {
  return typeof text === 'string' ? text : formatDeployValue(text);
}
