import type { DeployValue } from '../../../values/deploy-value.js';
import type { RequestValue } from '../../../values/request-value.js';
import { inJson, join, writeValue, type Vtl } from './vtl-text.js';

export function object(name: string, pairs: readonly Vtl[]): Vtl {
  return join(`"${name}":{`, ...separate(pairs, ','), '}');
}

export function quoted(value: string | DeployValue | RequestValue): Vtl {
  return join('"', writeValue(value, inJson()), '"');
}

export function separate(items: readonly Vtl[], separator: string): readonly Vtl[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}
