import { placeOfArgument, type CheckedApi } from '../apis/find-apis.js';
import type { ApiFacts, OwnedSetting } from '../documents/api-facts.js';
import { documentsIn, reasonOf } from '../values/read-parts.js';
import type { Value } from '../values/value.js';
import { plainOf, toHcl, type Plain } from './plain-value.js';
import type { Found } from './report.js';

/**
 * The settings that stand in the document and in arguments of the API. After each import the provider sets the
 * arguments again, those without a value as they were in the state.
 */
export function checkSettings(api: CheckedApi, { settings }: ApiFacts): readonly Found[] {
  if (api.type !== 'aws_api_gateway_rest_api') return [];
  return settings.flatMap((setting) => {
    const value = api.made.body.attributes.get(setting.argument);
    const found = isAbsent(value) ? checkAbsent(setting) : checkGiven(setting, value!);
    if (!found) return [];
    return [{ ...found, at: placeOfArgument(api.made, setting.argument), address: api.address }];
  });
}

type Partial = Omit<Found, 'at' | 'address'>;

function isAbsent(value: Value | undefined): boolean {
  return value === undefined || (value.kind === 'known' && value.value === null);
}

function checkAbsent({ argument, value, path, cleared }: OwnedSetting): Partial | undefined {
  if (value === undefined) return undefined;
  const written = value === 'unknown' ? undefined : `\`${argument} = ${toHcl(value)}\``;
  const read = `\`try(jsondecode(…)${toPath(path)}, ${cleared ?? (argument === 'policy' ? 'null' : '""')})\``;
  return {
    code: 'terraform-setting-reverted',
    severity: 'warning',
    message: `\`${argument}\` has no value, but the document has this setting: after each import the provider sets the value of the state again, so a change in the application has no effect`,
    fix: `Read it from the document with ${read}${written === undefined ? '' : `, or add ${written}`}.`,
  };
}

function checkGiven(setting: OwnedSetting, value: Value): Partial | undefined {
  const { argument, cleared, path } = setting;
  const own = documentsIn(value);
  if (own.some((one) => one.path.join('.') === path.join('.')) || (argument === 'policy' && own.length > 0)) {
    const fallsBackToNull =
      value.kind === 'choice' && value.options.some((one) => one.kind === 'known' && one.value === null);
    if (!fallsBackToNull || cleared === undefined) return undefined;
    return {
      code: 'terraform-setting-reverted',
      severity: 'warning',
      message: `\`${argument}\` is \`null\` when the document has no such setting: the state keeps the old value, so a setting that is removed from the application stays`,
      fix: `Use \`${cleared}\` instead of \`null\`.`,
    };
  }
  const known = plainOf(value);
  if (known === undefined) {
    if (setting.value === undefined) return undefined;
    return {
      code: 'terraform-not-followed',
      severity: 'info',
      message: `whether \`${argument}\` is the value of the document is not known: ${reasonOf(value) ?? 'it has several values'}`,
      fix: 'Check by hand that it is, or read it from the document.',
    };
  }
  if (setting.value === 'unknown' || isEqual(known, setting)) return undefined;
  if (setting.value === undefined && setting.isOwn) return undefined;
  const expected = setting.value === undefined ? cleared : toHcl(setting.value);
  return {
    code: 'terraform-setting-differs',
    severity: 'error',
    message: `\`${argument}\` is \`${toHcl(known)}\`, but the document has ${
      setting.value === undefined ? 'no such setting' : `\`${expected}\``
    }: the argument wins`,
    fix: `Write \`${argument} = ${expected}\`, or change the application.`,
  };
}

/** Numbers and booleans may be written as texts, and lists in any order. */
function isEqual(known: Plain, { value, cleared }: OwnedSetting): boolean {
  if (value === undefined) return toHcl(known) === cleared || String(known) === cleared;
  if (typeof known !== 'object' || typeof value !== 'object') return String(known) === String(value);
  return known.toSorted().join('\n') === value.toSorted().join('\n');
}

/** `.info.description`, `["x-amazon-apigateway-policy"]` */
function toPath(path: readonly string[]): string {
  return path
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : /^[a-z]\w*$/i.test(part) ? `.${part}` : `["${part}"]`))
    .join('');
}
