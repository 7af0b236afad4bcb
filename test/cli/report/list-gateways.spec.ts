import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AwsLambda, AwsMock, AwsValidation } from 'nestjs-aws-gateway';
import { describeGateways, listGateways } from '../../../lib/cli/report/list-gateways.js';
import { compareGateways, type GatewayComparison } from '../../../lib/compare-gateways.js';
import { compileControllers } from '../../support/create-app.js';
import { makeRoute } from '../../support/make-model.js';

@Controller('pets')
@AwsLambda('${pets_arn}')
class PetsController {
  @Get()
  list(): void {}

  @Get('checked')
  @AwsValidation('all')
  checked(): void {}

  @Get('mock')
  @AwsMock({ status: 200 })
  mock(): void {}

  @Get('fixed')
  @AwsMock({ status: 204 })
  fixed(): void {}
}

const of = (gateways: readonly GatewayComparison[]): readonly GatewayComparison[] =>
  gateways.filter(({ gateway }) => gateway === 'rest-api' || gateway === 'http-api');

describe('the gateways of an application', () => {
  it('are compared whichever of them the application has', async () => {
    for (const gateway of ['rest-api', 'http-api'] as const) {
      const { model } = await compileControllers([PetsController], { gateway });
      expect(
        of(compareGateways(model)).map((one) => [
          one.gateway,
          ...[...one.served].map(([{ path }, state]) => `${path} ${state}`),
        ]),
      ).toEqual([
        ['rest-api', '/pets yes', '/pets/checked yes', '/pets/fixed yes', '/pets/mock yes'],
        ['http-api', '/pets yes', '/pets/checked partly', '/pets/fixed no', '/pets/mock no'],
      ]);
    }
  });

  it('are listed with what each cannot express', async () => {
    const { model } = await compileControllers([PetsController]);
    const gateways = of(compareGateways(model));
    expect(listGateways(gateways)).toBe(
      [
        'GATEWAY   SERVES  CANNOT EXPRESS              OF        RESULT',
        'rest-api  4 of 4  -                           -         -',
        'http-api  2 of 4  the validation of requests  1 route   served without it',
        '                  @AwsMock                    2 routes  not served',
        '',
      ].join('\n'),
    );
    expect(describeGateways(gateways)[1]).toMatchObject({
      gateway: 'http-api',
      routes: { yes: 1, partly: 1, no: 2 },
      inexpressible: [
        { severity: 'warning', routes: ['GET /pets/checked in PetsController.checked'] },
        {
          what: '`@AwsMock`',
          severity: 'error',
          routes: ['GET /pets/fixed in PetsController.fixed', 'GET /pets/mock in PetsController.mock'],
        },
      ],
    });
  });

  it('are listed with settings of the whole API, and with limits that they are over', () => {
    const comparison: GatewayComparison = {
      gateway: 'http-api',
      served: new Map([[makeRoute(), 'yes']]),
      inexpressible: [{ what: '`forRoot({ policy })`', why: '', fix: '', routes: [] }],
      exceeded: [{ name: 'integrations', unit: 'pieces', used: 320, of: 300, shrink: '' }],
    };
    expect(listGateways([comparison])).toBe(
      [
        'GATEWAY   SERVES  CANNOT EXPRESS           OF       RESULT',
        'http-api  1 of 1  forRoot({ policy })      the API  not served',
        '                  320 of 300 integrations  the API  not served',
        '',
      ].join('\n'),
    );
  });
});
