import { runApigen } from 'nestjs-aws-gateway/cli';
import { configure } from '../configure.js';
import { ContainerModule } from './container.module.js';

await runApigen(ContainerModule, { configure });
