import type { GatewayResponseType } from './gateway-responses.js';

/** What makes API Gateway answer a request by itself, with one of its gateway responses. */
export class GatewayFault extends Error {
  constructor(
    readonly type: GatewayResponseType,
    message?: string,
    /** In place of the type's own, unless the document has one for it. */
    readonly status?: number,
  ) {
    super(message);
  }
}
