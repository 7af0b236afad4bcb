import { Controller, Get, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsIgnore,
  AwsLambda,
  AwsSqs,
  CognitoAuthorizer,
} from 'nestjs-aws-gateway';
import { compareGateways } from '../../../../lib/compare-gateways.js';
import { describePage, type Page } from '../../../../lib/cli/report/page/page.js';
import { formatHtmlPage } from '../../../../lib/cli/report/page/format-html-page.js';
import { formatMarkdownPage } from '../../../../lib/cli/report/page/format-markdown-page.js';
import type { Served } from '../../../../lib/compare-gateways.js';
import { compileControllers } from '../../../support/create-app.js';

const pool = new CognitoAuthorizer({ name: '${pool_name}', userPoolArns: ['${secret_pool_arn}'] });

@Controller('jobs')
@AwsCors({ allowOrigins: ['${app_origin}'] })
class JobsController {
  @Get()
  @ApiOperation({ summary: '<b>All</b> | jobs' })
  @AwsLambda({ functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:secret', timeout: 60_000 })
  @AwsAuthorizer(pool, { scopes: ['jobs/read'] })
  @AwsIgnore('timeout-over-limit', 'the quota was raised')
  list(): void {}

  @Post()
  @AwsSqs({ queueUrl: '${secret_url}', message: 'go', credentials: '${secret_role}' })
  @AwsApiKey()
  create(): void {}
}

async function pageOf(isPrivate: boolean): Promise<Page> {
  const compiled = await compileControllers([JobsController]);
  return describePage({ ...compiled, gateways: compareGateways(compiled.model) }, isPrivate);
}

const rowsOf = (page: Page, name: string): unknown => page.sections.find((one) => one.name === name)?.rows;

describe('describePage', () => {
  it('shows routes, authorizers, limits and diagnostics without a private name', async () => {
    const page = await pageOf(false);
    expect(rowsOf(page, 'Routes')).toEqual([
      [
        'GET',
        '/jobs',
        '<b>All</b> | jobs',
        'JobsController.list',
        'lambda',
        'pool_name (jobs/read)',
        '-',
        'app_origin',
        'rest-api',
      ],
      ['POST', '/jobs', '-', 'JobsController.create', 'sqs', '-', 'required', 'app_origin', 'rest-api'],
    ]);
    expect(rowsOf(page, 'Authorizers')).toEqual([['pool_name', 'cognito', '1']]);
    expect(page.sections.map(({ name }) => name)).toEqual(['Routes', 'Authorizers', 'Limits', 'Diagnostics']);
    expect(JSON.stringify(page)).not.toMatch(/secret|\$\{|arn:/);
  });

  it('says what the star of a gateway means, where there is one', async () => {
    const compiled = await compileControllers([JobsController]);
    const noteOf = (served: Served): unknown => {
      const gateways = compareGateways(compiled.model).map((one) => ({
        ...one,
        served: new Map(compiled.model.routes.map((route) => [route, served])),
      }));
      return describePage({ ...compiled, gateways }, false).sections[0]!.note;
    };
    expect(['yes', 'partly', 'no'].map((served) => noteOf(served as Served))).toEqual([
      undefined,
      '* served without some settings of the route',
      undefined,
    ]);
  });

  it('names everything when asked for it', async () => {
    const page = await pageOf(true);
    expect(page.sections.map(({ name }) => name)).toEqual([
      'Routes',
      'Authorizers',
      'Limits',
      'Placeholders',
      'Diagnostics',
      'Ignored diagnostics',
    ]);
    expect(JSON.stringify(rowsOf(page, 'Routes'))).toContain('function:secret');
    expect(rowsOf(page, 'Placeholders')).toContainEqual([
      'secret_url',
      'an https:// or http:// URL',
      '1',
      '@AwsSqs on JobsController.create',
    ]);
    expect(rowsOf(page, 'Ignored diagnostics')).toEqual([
      ['timeout-over-limit', 'JobsController.list, GET /jobs', 'the quota was raised'],
    ]);
  });
});

const HOSTILE: Page = {
  title: '</title><script>alert(1)</script>',
  version: '1',
  sections: [
    {
      name: 'A & B',
      head: ['<i>'],
      rows: [['"><img src=x onerror=alert(1)>'], ['a | b\n`c` [d](e)'], ['@AwsSqs on /jobs/a.b']],
      note: '* <b>',
    },
  ],
};

describe('the formats of a page', () => {
  it('write text as text into HTML, and load nothing', () => {
    const html = formatHtmlPage(HOSTILE);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<i>');
    expect(html).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; 1');
    expect(html).not.toMatch(/<(?:link|img|iframe)\b/);
    expect(html).toContain('<p>* &lt;b&gt;</p>');
  });

  it('break long words behind their separators', () => {
    expect(formatHtmlPage(HOSTILE)).toContain('<td>@AwsSqs on /<wbr>jobs/<wbr>a.<wbr>b</td>');
  });

  it('write one line for each row into Markdown', () => {
    const lines = formatMarkdownPage(HOSTILE).split('\n');
    expect(lines[0]).toBe('# &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; 1');
    expect(lines.filter((line) => line.startsWith('|'))).toEqual([
      '| <i> |',
      '| --- |',
      '| "&gt;&lt;img src=x onerror=alert(1)&gt; |',
      String.raw`| a \| b &#96;c&#96; \[d\](e) |`,
      '| @<!-- -->AwsSqs on /jobs/a.b |',
    ]);
    expect(lines.at(-2)).toBe(String.raw`\* &lt;b&gt;`);
  });
});
