import { InitializeOnPreviewAllowlist } from '@nestjs/core';
import { InternalCoreModule } from '@nestjs/core/injector/internal-core-module/internal-core-module.js';

/**
 * Creates an application in preview mode in which no module of the application is built. Modules such as GraphQL's are
 * on Nest's list of those that a preview builds, with factories that then find none of their providers.
 */
export async function previewEverything<App>(create: () => Promise<App>): Promise<App> {
  const { has } = InitializeOnPreviewAllowlist;
  InitializeOnPreviewAllowlist.has = (type) =>
    type === InternalCoreModule && has.call(InitializeOnPreviewAllowlist, type);
  try {
    return await create();
  } finally {
    InitializeOnPreviewAllowlist.has = has;
  }
}
