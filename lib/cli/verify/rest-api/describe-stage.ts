import type { MethodSetting } from '../../../backends/terraform/main/list-method-settings.js';
import type { StageSettings } from '../../../model/settings/gateway-settings.js';
import type { Deployed } from '../compare/deployed.js';

/** What the generated module sets for all methods of the stage, and for those that have settings of their own. */
export function describeStage(
  methods: readonly MethodSetting[],
  ofStage: StageSettings,
): readonly Deployed[] {
  return [
    describeMethod('*/*', ofStage, ofStage),
    ...methods.map(({ path, stage }) => describeMethod(path, stage, ofStage)),
  ];
}

function describeMethod(
  path: string,
  { throttle, cache, logging }: StageSettings,
  all: StageSettings,
): Deployed {
  const level = all.logging?.level === 'OFF' ? 'OFF' : (logging?.level ?? all.logging?.level ?? 'ERROR');
  return {
    subject: 'stage setting',
    name: path.replace(/^\//, ''),
    members: {
      throttlingRateLimit: throttle?.rate,
      throttlingBurstLimit: throttle?.burst,
      cachingEnabled: cache !== undefined,
      ...(cache ? { cacheTtlInSeconds: cache.ttl, cacheDataEncrypted: cache.encrypted } : {}),
      loggingLevel: level,
      metricsEnabled: logging?.metrics ?? all.logging?.metrics ?? true,
      dataTraceEnabled: logging?.dataTrace ?? false,
    },
  };
}
