import type { BackEnd } from '../back-end.js';
import type { GatewayModel } from '../../model/gateway-model.js';

/** The module around the document. `listFiles` writes both together, and derives the rest from the model: most runs ask for none. */
export const terraform: BackEnd<GatewayModel, 'terraform'> = {
  id: 'terraform',
  render: (model) => model,
  rules: [],
};
