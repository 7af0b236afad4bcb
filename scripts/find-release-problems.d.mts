export function findReleaseProblems(state: {
  readonly manifest: { readonly version: string; readonly repository?: unknown };
  readonly changelog: string;
  readonly changedFiles: readonly string[];
  readonly tags: readonly string[];
}): readonly string[];
