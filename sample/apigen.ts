import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';
import { configure } from './configure.js';

await runApigen(AppModule, { configure });
