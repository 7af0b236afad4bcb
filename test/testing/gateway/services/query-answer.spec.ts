import { describe, expect, it } from '@jest/globals';
import { writeQueryAnswer } from '../../../../lib/testing/gateway/services/query-answer.js';

const XML = [['Content-Type', 'text/xml; charset=utf-8']] as const;
const ASKS = { Accept: 'application/json' };

function write(xml: string, sent: Readonly<Record<string, string>> = ASKS): unknown {
  const written = writeQueryAnswer(sent, { headers: XML, body: Buffer.from(xml) });
  return written && JSON.parse(Buffer.from(written).toString());
}

describe('writeQueryAnswer', () => {
  it('writes elements as members, a list of members as a list, and an empty element as null', () => {
    expect(
      write(
        `<?xml version="1.0"?>
<ListTopicsResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
  <ListTopicsResult>
    <Topics><member><TopicArn>a &amp; b &lt;</TopicArn></member><member><TopicArn>c</TopicArn></member></Topics>
    <NextToken/>
  </ListTopicsResult>
  <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
</ListTopicsResponse>`,
      ),
    ).toEqual({
      ListTopicsResponse: {
        ListTopicsResult: { Topics: [{ TopicArn: 'a & b <' }, { TopicArn: 'c' }], NextToken: null },
        ResponseMetadata: { RequestId: 'r' },
      },
    });
  });

  it('writes an error without its outer element', () => {
    expect(
      write(
        '<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>no topic</Message></Error><RequestId>r</RequestId></ErrorResponse>',
      ),
    ).toEqual({ Error: { Type: 'Sender', Code: 'NotFound', Message: 'no topic' }, RequestId: 'r' });
  });

  it('leaves XML that is asked for, the XML of other protocols, and what is not XML', () => {
    const answer = '<AResponse><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AResponse>';
    expect(write(answer, { accept: 'application/xml' })).toBeUndefined();
    expect(write(answer, {})).toBeUndefined();
    expect(write('<ListBucketResult><Name>files</Name></ListBucketResult>')).toBeUndefined();
    const json = [['Content-Type', 'application/json']] as const;
    expect(writeQueryAnswer(ASKS, { headers: json, body: Buffer.from(answer) })).toBeUndefined();
  });
});
