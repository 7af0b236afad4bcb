import { optionRule } from './option-rule.js';

/** A value that API Gateway needs to be an ARN, a URL or the like, and that is neither that nor a placeholder. */
export const invalidDeployValue = optionRule('invalid-deploy-value');
