export { createGatewayTester, type GatewayExchange, type GatewayTester } from './create-gateway-tester.js';
export type {
  GatewayAnswer,
  MultiValues,
  SampleRequest,
  ServiceAnswer,
  ServiceRequest,
} from './gateway/exchange-types.js';
export type { DeploySettings } from './gateway/integration-document.js';
export { renderTemplate, type RenderedTemplate } from './template/render-template.js';
export type { Overrides, TemplateInput } from './template/template-input.js';
export type { InputParameters } from './template/create-input.js';
