import { optionRule } from './option-rule.js';

/** A value that must be an ARN, a URL or the like, but is neither that nor a placeholder. */
export const invalidDeployValue = optionRule('invalid-deploy-value');
