const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text as it stands in the path of a URL, which has no lone surrogate. */
export function encodePath(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '?'));
}
