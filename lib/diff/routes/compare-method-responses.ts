import { isObject, type Json, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers, type MemberCheck } from '../compare-members.js';
import { isCorsHeader } from '../cors/is-cors-header.js';
import { describeDifference } from '../describe-difference.js';
import { showValue } from '../show-value.js';
import { compareContents } from './compare-bodies.js';

interface Documents {
  readonly base: OpenApiDocument;
  readonly now: OpenApiDocument;
}

/** The responses that an operation declares, by status. */
export function compareMethodResponses(
  base: Json | undefined,
  now: Json | undefined,
  documents: Documents,
  note: MemberCheck,
): readonly Found[] {
  const kind = 'response-changed';
  const [ofBase, ofNow] = [isObject(base) ? base : {}, isObject(now) ? now : {}];
  const compareStatus = (status: string, was: Json | undefined, is: Json | undefined): readonly Found[] => {
    const what = `the response ${showValue(status)}`;
    if (was === undefined) return [{ kind, message: `${what} is added` }];
    if (is === undefined) return [{ kind, message: `${what} is removed` }];
    return compareContents(was, is, documents, what, {
      description: note,
      headers: (a, b) =>
        compareMembers(isObject(a) ? a : {}, isObject(b) ? b : {}, {}, (header, x, y) =>
          // The policy itself is compared with the preflight.
          isCorsHeader(header) && (x === undefined || y === undefined)
            ? []
            : [{ kind, message: `${what}: the header ${showValue(header)} ${describeDifference(x, y)}` }],
        ),
    });
  };
  return compareMembers(ofBase, ofNow, {}, compareStatus, Object.keys(ofNow));
}
