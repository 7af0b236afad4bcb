import { ApiProperty, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import type { DtoSpec, TypeSpec } from '../support/arbitrary-schema.js';

/** The DTO classes of a generated application. */
export function buildDtos(specs: readonly DtoSpec[]): readonly Type[] {
  const dtos = specs.map(({ name, renamed }, index) => {
    const dto = createClass(renamed ? `Dto${index}` : name);
    if (renamed) ApiSchema({ name })(dto);
    return dto;
  });
  for (const [index, { properties }] of specs.entries()) {
    const dto = dtos[index]!;
    for (const { name, type, options } of properties) {
      // TypeScript's own metadata, which Nest needs where the options say no type.
      Reflect.defineMetadata('design:type', Object, dto.prototype as object, name);
      ApiProperty({ ...options, ...typeOptions(type, dtos) } as object)(dto.prototype as object, name);
    }
  }
  return dtos;
}

export function createClass(name: string): Type {
  return Object.defineProperty(class {}, 'name', { value: name });
}

/**
 * The places of the DTOs that the given ones lead to, themselves included. Those that only a `$ref` names are
 * unknown to Nest, which overflows over `@ApiExtraModels` on models in a circle: so they stand on the handler.
 */
export function reachableDtos(specs: readonly DtoSpec[], from: readonly number[]): readonly number[] {
  const reached = new Set<number>();
  const queue = [...from];
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    queue.push(
      ...specs[index]!.properties.flatMap(({ type }) => ('to' in type ? [type.to ?? []].flat() : [])),
    );
  }
  return [...reached].toSorted((a, b) => a - b);
}

function typeOptions(spec: TypeSpec, dtos: readonly Type[]): object {
  const reference = (to: number): object => ({ $ref: getSchemaPath(dtos[to]!) });
  switch (spec.kind) {
    case 'scalar':
      return { type: spec.type };
    case 'date':
      return { type: Date };
    case 'enum':
      return {
        enum: spec.values,
        isArray: spec.isArray,
        ...(spec.enumName === undefined ? {} : { enumName: spec.enumName }),
      };
    case 'dto':
      // Lazy, so that a circle is no accident of the order.
      return { type: () => dtos[spec.to]!, isArray: spec.isArray };
    case 'nested-array': {
      const innermost = spec.to === undefined ? { type: 'string' } : reference(spec.to);
      const items = Array.from({ length: spec.depth - 1 }).reduce<object>(
        (inner) => ({ type: 'array', items: inner }),
        innermost,
      );
      return { type: 'array', items };
    }
    case 'map':
      return {
        type: 'object',
        additionalProperties: spec.to === undefined ? { type: 'number' } : reference(spec.to),
      };
    case 'composition':
      return {
        [spec.keyword]: [
          ...spec.to.map(reference),
          ...(spec.inline ? [{ type: 'object', properties: { inline: { type: 'string' } } }] : []),
        ],
      };
  }
}
