import { Controller, Get, type INestApplication } from '@nestjs/common';
import { SwaggerModule } from '@nestjs/swagger';
import { CONFIG } from '../support/create-app.js';
import { ANSWERED, testRule } from '../support/test-rule.js';

@Controller('pets')
class PetsController {
  @Get('all')
  list(): void {}
}

const next = (_request: unknown, _response: unknown, proceed: () => void): void => proceed();

testRule('served-without-route', [
  {
    name: 'is silent about middleware of everything and of routes',
    controllers: [PetsController],
    configure: (app) => void app.use(next).use('/pets', next),
    reports: [],
  },
  {
    name: 'is silent about what a catch-all serves',
    controllers: [PetsController],
    options: { ...ANSWERED, catchAll: { paths: ['/graphql/', '/docs'] } },
    configure: (app) => void app.use('/graphql', next).use('/docs/ui', next),
    reports: [],
  },
  {
    name: 'names what a catch-all of other paths does not serve',
    controllers: [PetsController],
    options: { ...ANSWERED, catchAll: { paths: ['/graph'] } },
    configure: (app) => void app.use('/graphql', next),
    reports: [['served-without-route info at module', '/graphql', 'catchAll']],
  },
  {
    name: 'names what is registered beside controllers, once',
    controllers: [PetsController],
    configure: (app: INestApplication) => {
      app.use('/graphql', next);
      SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, CONFIG), { ui: false });
    },
    reports: [['served-without-route info at module', '/graphql', '/docs-json']],
  },
]);
