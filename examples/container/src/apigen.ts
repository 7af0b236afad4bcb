// The command stands first, so that it reports errors of the other imports.
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';
import { configure, info } from './configure.js';

void runApigen(AppModule, { configure, document: info });
