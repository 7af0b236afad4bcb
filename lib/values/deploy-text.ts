import { formatDeployValue, isDeployValue, parseDeployValue, type DeployValue } from './deploy-value.js';

/** The text of an option as a deploy value. */
export function asDeployValue(text: string | DeployValue): DeployValue {
  return typeof text === 'string' ? parseDeployValue(text) : text;
}

/** The text of a field as its author wrote it. Another JSON value is written as text. */
export function formatDeployText(value: unknown): string {
  return isDeployValue(value) ? formatDeployValue(value) : String(value);
}
