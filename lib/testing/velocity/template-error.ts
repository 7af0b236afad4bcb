/** Names the place in the template, as a template is often long and written by a program. */
export function templateError(template: string, at: number, problem: string): SyntaxError {
  const before = template.slice(0, at).split('\n');
  const near = template.slice(at, at + 40).split('\n')[0];
  return new SyntaxError(
    `cannot parse the mapping template at line ${before.length}, column ${before.at(-1)!.length + 1}: ${problem}, near \`${near}\``,
  );
}
