import type { Integration } from './gateway-model.js';

/** Whether API Gateway passes an integration's answer on as it is: it can neither change it nor add headers to it. */
export function isProxied(integration: Integration): boolean {
  switch (integration.kind) {
    case 'lambda':
      return integration.mode === 'proxy';
    case 'http':
      return true;
    case 'raw':
      return /_proxy$/i.test(String(integration.object['type']));
    default:
      return false;
  }
}
