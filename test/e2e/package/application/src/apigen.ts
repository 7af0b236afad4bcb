import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';

void runApigen(AppModule);
