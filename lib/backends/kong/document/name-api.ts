import type { GatewayModel } from '../../../model/gateway-model.js';

/** The name of the API in Kong, which every other name starts with. */
export function nameApi({ settings: { kong }, document }: GatewayModel): string {
  return kong.name ?? (nameOf(String(document['info']?.title ?? '')).toLowerCase() || 'api');
}

/** A text in the characters that names in Kong have. */
export function nameOf(text: string): string {
  return text.replace(/[^A-Za-z0-9._~]+/g, '-').replace(/^-+|-+$/g, '');
}
