const NON_ASCII = /[^\0-\x7f]/;

/**
 * Whether a text is in the composed form of Unicode (NFC), in which Terraform keeps strings: it changes any other, and
 * `jsondecode` fails on a name in another form.
 */
export function isComposed(text: string): boolean {
  // Most texts are ASCII, which is composed. This check is much faster.
  return !NON_ASCII.test(text) || text.normalize('NFC') === text;
}
