// Prints how many milliseconds the import of the package takes once its peers are loaded.
import 'reflect-metadata';

for (const peer of ['common', 'core', 'swagger']) await import(`@nestjs/${peer}`);

const start = performance.now();
await import('nestjs-aws-gateway');
process.stdout.write(JSON.stringify({ wall: performance.now() - start }));
