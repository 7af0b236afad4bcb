/** How many lines of an error are shown. */
const SHOWN = 12;

/** Why Terraform failed, and what to do about it. */
export function describeTerraformError(step: string, output: string, endpoint: string): string {
  const errors = output
    .replaceAll(/^[╷╵│] ?/gm, '')
    .split(/^(?=Error: )/m)
    .filter((text) => text.startsWith('Error: '))
    .map((text) => text.trim().split('\n').slice(0, SHOWN).join('\n'));
  const words = errors.length > 0 ? errors.join('\n') : output.trim();
  return `\`terraform ${step}\` failed: ${words}${adviceOf(step, words, endpoint)}`;
}

function adviceOf(step: string, words: string, endpoint: string): string {
  if (step === 'init') {
    return "\nTerraform needs the provider hashicorp/aws: let it reach its registry, or name a directory that has the provider with '--plugin-dir <dir>'";
  }
  // The texts of an error are broken into lines.
  if (/connection\s+(refused|reset)|\bEOF\b/.test(words)) {
    return `\nThe emulator at ${endpoint} no longer answers: start it again. What it had is gone, or still there if it keeps its state`;
  }
  return step === 'apply'
    ? `\nThe emulator at ${endpoint} refused a resource, or does not have its service`
    : '';
}
