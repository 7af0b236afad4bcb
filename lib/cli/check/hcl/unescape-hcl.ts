const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Text of a template as Terraform reads it. A heredoc has no escapes with a backslash.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function unescapeHcl(written: string, { isHeredoc }: { readonly isHeredoc: boolean }): string {
  const plain = isHeredoc
    ? written
    : written.replace(/\\(u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/gs, (_, escape: string) =>
        /^[uU]./.test(escape)
          ? String.fromCodePoint(Math.min(Number.parseInt(escape.slice(1), 16), 0x10ffff))
          : (ESCAPES[escape] ?? escape),
      );
  return plain.replace(/([$%])\1\{/g, '$1{');
}
