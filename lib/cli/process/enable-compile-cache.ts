import * as nodeModule from 'node:module';

/**
 * Keeps what Node compiles for the next run, where Node can (22.8 and later). `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function enableCompileCache(): void {
  const { enableCompileCache: enable } = nodeModule as { readonly enableCompileCache?: () => unknown };
  enable?.();
}
