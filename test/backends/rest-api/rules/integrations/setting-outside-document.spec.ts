import { Controller, Get } from '@nestjs/common';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

@Controller('things')
class ThingsController {
  @Get()
  read(): void {}
}

testRule('setting-outside-document', [
  {
    name: 'is silent about what the document has',
    controllers: [ThingsController],
    options: { ...ANSWERED, endpoint: { disableExecuteApiEndpoint: true } },
    reports: [],
  },
  {
    name: 'reports the type of the addresses',
    controllers: [ThingsController],
    options: { ...ANSWERED, endpoint: { ipAddressType: 'dualstack' } },
    reports: [['setting-outside-document info at module', 'dualstack', 'ip_address_type']],
  },
]);
