import { isDeployValue, type DeployValue } from '../../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';
import { mapValue } from '../map-value.js';

/**
 * JSON as a parameter of a service: a value of the request, or fixed JSON as text. Absent for JSON with values in it: a
 * mapping does not escape them, so a caller could add members.
 */
export function mapJson(value: unknown): DeployValue | undefined {
  if (isRequestValue(value) || typeof value === 'string' || isDeployValue(value)) {
    return mapValue(value as string | DeployValue | RequestValue);
  }
  return isFixed(value) ? mapValue(JSON.stringify(value)) : undefined;
}

function isFixed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !isRequestValue(value) && !isDeployValue(value) && Object.values(value).every(isFixed);
}
