import { Body, Controller, Post, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, refs } from '@nestjs/swagger';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

/** DTOs, the first of which refers to the second twice, and so on. */
function createChain(
  prefix: string,
  length: number,
  member: (next: Type) => PropertyDecorator,
): readonly Type[] {
  const chain: Type[] = [];
  for (let level = length; level > 0; level -= 1) {
    const name = `${prefix}${level}`;
    const dto = { [name]: class {} }[name]!;
    const [next] = chain;
    for (const key of ['a', 'b']) {
      Reflect.defineMetadata('design:type', Object, dto.prototype as object, key);
      (next ? member(next) : ApiProperty({ type: String }))(dto.prototype as object, key);
    }
    chain.unshift(dto);
  }
  return chain;
}

const composed = (next: Type): PropertyDecorator => ApiProperty({ oneOf: refs(next) });
const shared = createChain('Shared', 20, (next) => ApiProperty({ type: () => next }));
const short = createChain('Short', 6, composed);
const long = createChain('Long', 20, composed);

@Controller('silent')
@ApiExtraModels(...short)
class SilentController {
  @Post('shared')
  shared(@Body() _body: unknown): void {}

  @Post('short')
  short(@Body() _body: unknown): void {}
}
Reflect.defineMetadata('design:paramtypes', [shared[0]], SilentController.prototype, 'shared');
Reflect.defineMetadata('design:paramtypes', [short[0]], SilentController.prototype, 'short');

@Controller('long')
@ApiExtraModels(...long)
class LongController {
  @Post()
  create(@Body() _body: unknown): void {}
}
Reflect.defineMetadata('design:paramtypes', [long[0]], LongController.prototype, 'create');

const options = { ...ANSWERED, validation: 'body' } as const;

testRule('model-loosened', [
  { name: 'is silent on what is shared, or small', controllers: [SilentController], options, reports: [] },
  {
    name: 'reports what cannot be written out',
    controllers: [LongController],
    options,
    reports: [['model-loosened warning at module Long1', 'Long1']],
  },
]);
