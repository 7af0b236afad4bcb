import { decodeForm, encodeForm, toUtf8 } from '../java/form-encoding.js';
import { JavaException } from '../java/java-exception.js';
import { JavaObject, type JavaMethod, type JavaValue } from '../java/java-value.js';
import { readJson } from '../java/read-json.js';
import { escapeJavaScript } from './escape-java-script.js';

/** `$util`. Each function takes a string; given anything else it answers nothing. */
export const UTIL = new JavaObject(
  {},
  {
    escapeJavaScript: onString(escapeJavaScript),
    parseJson: onString(parseJson),
    urlEncode: onString(encodeForm),
    urlDecode: onString(decodeForm),
    base64Encode: onString((text) => toUtf8(text).toString('base64')),
    base64Decode: onString(decodeBase64),
  },
);

function onString(convert: (text: string) => JavaValue): JavaMethod {
  return (text) => (typeof text === 'string' ? convert(text) : null);
}

function parseJson(text: string): JavaValue {
  try {
    return readJson(text);
  } catch (thrown) {
    throw new JavaException(`parseJson: ${(thrown as Error).message}`);
  }
}

function decodeBase64(text: string): string {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text))
    throw new JavaException('base64Decode: the text is not base64');
  return Buffer.from(text, 'base64').toString('utf8');
}
