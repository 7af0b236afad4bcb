export { createGatewayTester, type GatewayExchange, type GatewayTester } from './create-gateway-tester.js';
export type {
  GatewayAnswer,
  SampleRequest,
  ServiceAnswer,
  ServiceRequest,
} from './gateway/exchange-types.js';
export type { DeploySettings } from './gateway/integration-document.js';
export {
  renderTemplate,
  type Overrides,
  type RenderedTemplate,
  type TemplateInput,
} from './template/render-template.js';
export type { InputParameters } from './template/create-input.js';
