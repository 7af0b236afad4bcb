import { ContextMap, toContext, toJava, type JavaMap, type JavaValue } from '../java/java-value.js';
import { printJava } from '../java/print-java.js';
import { runTemplate } from '../velocity/run-template.js';
import { createInput } from './create-input.js';
import { UTIL } from './util.js';
import type { Overrides, TemplateInput } from './template-input.js';

/** `$context.requestOverride` and `$context.responseOverride`, with whatever a template has put there. */
export interface OverrideMaps {
  readonly requestOverride: JavaMap;
  readonly responseOverride: JavaMap;
}

interface MappingResult {
  readonly text: string;
  readonly overrides: Overrides & { readonly maps: OverrideMaps };
}

function createOverrides(): OverrideMaps {
  return {
    requestOverride: mapOfMaps('path', 'header', 'querystring'),
    responseOverride: mapOfMaps('header'),
  };
}

function mapOfMaps(...names: readonly string[]): JavaMap {
  return new ContextMap(names.map((name): [string, JavaValue] => [name, new ContextMap()]));
}

export const NO_OVERRIDES: MappingResult['overrides'] = readOverrides(createOverrides());

/** Runs a template. `before` is what an earlier template of the same request has set; it stays as it is. */
export function runMapping(
  template: string,
  input: TemplateInput,
  before: OverrideMaps = NO_OVERRIDES.maps,
): MappingResult {
  const { body = '', params = {}, context = {}, stageVariables = {} } = input;
  const run = (variables: Readonly<Record<string, JavaValue>>): string =>
    runTemplate(template, {
      input: createInput(body, { path: {}, querystring: {}, header: {}, ...params }),
      util: UTIL,
      stageVariables: toJava(stageVariables),
      ...variables,
    });
  // To make `$context` takes longer than to run most templates, and many do not name it.
  if (!template.includes('context'))
    return { text: run({}), overrides: before === NO_OVERRIDES.maps ? NO_OVERRIDES : readOverrides(before) };
  const given = new ContextMap([
    ...(toContext(context) as JavaMap),
    ['requestOverride', copy(before.requestOverride)],
    ['responseOverride', copy(before.responseOverride)],
  ]);
  const text = run({ context: given });
  const after = createOverrides();
  const find = (name: keyof OverrideMaps): JavaMap => {
    const found = given.get(name);
    return found instanceof Map ? (found as JavaMap) : after[name];
  };
  return {
    text,
    overrides: readOverrides({
      requestOverride: find('requestOverride'),
      responseOverride: find('responseOverride'),
    }),
  };
}

function copy(value: JavaValue): JavaValue {
  if (value instanceof ContextMap)
    return new ContextMap([...value].map(([name, member]): [string, JavaValue] => [name, copy(member)]));
  return value;
}

function readOverrides(maps: OverrideMaps): MappingResult['overrides'] {
  const { requestOverride, responseOverride } = maps;
  const status = responseOverride.get('status');
  return {
    header: strings(requestOverride.get('header')),
    path: strings(requestOverride.get('path')),
    querystring: strings(requestOverride.get('querystring')),
    responseHeader: strings(responseOverride.get('header')),
    ...(typeof status === 'bigint' && status >= 100n && status <= 599n ? { status: Number(status) } : {}),
    maps,
  };
}

function strings(value: JavaValue | undefined): Readonly<Record<string, string>> {
  if (!(value instanceof Map)) return {};
  return Object.fromEntries([...value].map(([name, item]) => [name, printOverride(item)]));
}

/** A list is several lines of one header. */
function printOverride(value: JavaValue): string {
  if (Array.isArray(value)) return value.map(printOverride).join(',');
  return value === null ? '' : printJava(value);
}
