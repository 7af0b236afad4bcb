import { formatDeployValue } from '../values/deploy-value.js';
import type { GatewaySettings } from './gateway-model.js';

/** What passes as text whether it is declared or not. */
const TEXT = /^(text\/|application\/(json|xml|x-www-form-urlencoded)$|.*[+](json|xml)$)/;

export function isTextType(type: string): boolean {
  return TEXT.test(type);
}

/** The entry of the module's `binaryMediaTypes` for which API Gateway takes a content type for binary. */
export function findBinaryType(type: string, { binaryMediaTypes = [] }: GatewaySettings): string | undefined {
  const [main, sub] = type.toLowerCase().split(';')[0]!.trim().split('/');
  return binaryMediaTypes.map(formatDeployValue).find((given) => {
    const [ofMain, ofSub] = given.toLowerCase().split('/');
    return (ofMain === '*' || ofMain === main) && (ofSub === '*' || ofSub === sub);
  });
}

/** Whether a mapping template reads the caller's body, which it can as text alone. */
export function readsBody(template: string): boolean {
  return /\binput\.(body|json|path)\b/.test(template);
}
