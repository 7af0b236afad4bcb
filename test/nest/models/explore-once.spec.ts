import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiSchema } from '@nestjs/swagger';
import * as fc from 'fast-check';
import { exploreModelsOnce } from '../../../lib/cli/application/explore-models-once.js';
import { exploreOnce, type ExploreModel } from '../../../lib/nest/models/explore-once.js';

enum Color {
  red = 'red',
  blue = 'blue',
}

class Part {
  @ApiProperty({ enum: Color, enumName: 'Color' }) color!: Color;
}

class Thing {
  @ApiProperty({ minLength: 1 }) name!: string;
  @ApiProperty({ type: [Part] }) parts!: Part[];
  @ApiProperty({ type: () => Thing, required: false }) parent?: Thing;
}

@ApiSchema({ name: 'Part' })
class OtherPart {
  @ApiProperty() size!: number;
}

@ApiExtraModels(Part)
class Box {
  @ApiProperty({ description: 'Its part', type: Part }) part!: Part;
}

@ApiExtraModels(OtherPart)
class OtherBox {
  @ApiProperty({ type: OtherPart }) part!: OtherPart;
}

const factories = pathToFileURL(
  join(dirname(fileURLToPath(import.meta.resolve('@nestjs/swagger'))), 'services/'),
).href;
const load = async (name: string, file: string) =>
  ((await import(`${factories}${file}.js`)) as Record<string, new (...args: unknown[]) => object>)[name]!;
const Factory = await load('SchemaObjectFactory', 'schema-object-factory');
const Accessor = await load('ModelPropertiesAccessor', 'model-properties-accessor');
const Mapper = await load('SwaggerTypesMapper', 'swagger-types-mapper');
const original = (Factory.prototype as { exploreModelSchema: ExploreModel }).exploreModelSchema;

/** A factory of Nest's own that explores with the given function, also the models of members. */
function createFactory(exploreModelSchema: ExploreModel) {
  return Object.assign(new Factory(new Accessor(), new Mapper()), { exploreModelSchema });
}

describe('exploreOnce', () => {
  it('explores a model once for each document', () => {
    const explored: unknown[] = [];
    const factory = createFactory(
      exploreOnce(function (model, ...rest) {
        explored.push(model);
        return original.call(this, model, ...rest);
      }),
    );
    const [first, second] = [{}, {}];
    for (const schemas of [first, first, second]) {
      expect([Box, Thing, Part].map((model) => factory.exploreModelSchema(model, schemas))).toEqual([
        'Box',
        'Thing',
        'Part',
      ]);
    }
    // NestJS explores a model that refers to itself once more, before its own schema stands.
    expect(explored).toEqual([Box, Part, Thing, Thing, Box, Part, Thing, Thing]);
    expect(second).toEqual(first);
    expect(Object.keys(first)).toEqual(['Color', 'Part', 'Box', 'Thing']);
  });

  it('leaves the schemas that NestJS leaves, also where models share a name', () => {
    jest.spyOn(Logger, 'warn').mockImplementation(() => undefined);
    const models = fc.constantFrom<unknown>(Thing, Part, OtherPart, Box, OtherBox, () => undefined);
    fc.assert(
      fc.property(fc.array(models, { maxLength: 12 }), (sequence) => {
        const explore = (by: ExploreModel): string => {
          const schemas = {};
          const factory = createFactory(by);
          const names = sequence.map((model) => factory.exploreModelSchema(model, schemas));
          return JSON.stringify({ names, schemas });
        };
        expect(explore(exploreOnce(original))).toBe(explore(original));
      }),
    );
  });
});

describe('exploreModelsOnce', () => {
  it('changes the class of NestJS, once', async () => {
    const prototype = Factory.prototype as { exploreModelSchema: ExploreModel };
    try {
      await exploreModelsOnce([join(process.cwd(), 'package.json')]);
      const changed = prototype.exploreModelSchema;
      expect(changed).not.toBe(original);
      await exploreModelsOnce([join(process.cwd(), 'package.json')]);
      expect(prototype.exploreModelSchema).toBe(changed);
    } finally {
      prototype.exploreModelSchema = original;
    }
  });

  it('leaves alone what it does not know', async () => {
    await exploreModelsOnce([join(process.cwd(), '..', 'nowhere', 'index.js')]);
    expect(Factory.prototype).toHaveProperty('exploreModelSchema', original);
  });
});
