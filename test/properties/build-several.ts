import {
  Body,
  Controller,
  Headers,
  Post,
  Version,
  VersioningType,
  type INestApplication,
  type Type,
} from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiQuery } from '@nestjs/swagger';
import type { SeveralHandler, SeveralSpec } from '../support/arbitrary-several.js';
import { createClass } from './build-dtos.js';

export const VERSION_HEADER = 'X-API-Version';
const SCALARS = { string: String, number: Number, boolean: Boolean };

/** The controllers of handlers that share `POST /several`. */
export function buildSeveral({ by, apart, handlers }: SeveralSpec): readonly Type[] {
  const groups = apart || by === 'host' ? handlers.map((one) => [one]) : [handlers];
  return groups.map((group, index) => {
    const controller = createClass('SeveralController');
    for (const [place, one] of group.entries()) buildHandler(controller, `h${place}`, one, by);
    Controller({ path: 'several', ...(by === 'host' ? { host: `h${index}.example.com` } : {}) })(controller);
    return controller;
  });
}

function buildHandler(
  controller: Type,
  name: string,
  { versions, dto, piped, query, headers }: SeveralHandler,
  by: SeveralSpec['by'],
): void {
  const prototype = controller.prototype as object;
  const value = { [name]: (): string => 'served' }[name];
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  const types: unknown[] = [];
  if (dto) {
    Body(...(piped ? [createClass('EntityByIdPipe')] : []))(prototype, name, types.length);
    types.push(buildDto(dto));
  }
  // An argument alone requires nothing.
  Headers('X-Argument')(prototype, name, types.length);
  types.push(String);
  Reflect.defineMetadata('design:paramtypes', types, prototype, name);
  const decorators = [
    Post(),
    ...(by === 'host' ? [] : [Version([...versions])]),
    ...Object.entries(query).map(([key, required]) => ApiQuery({ name: key, required })),
    ...Object.entries(headers).map(([key, required]) => ApiHeader({ name: key, required })),
  ];
  Reflect.decorate(decorators, prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
}

function buildDto({ name, members }: NonNullable<SeveralHandler['dto']>): Type {
  const dto = createClass(name);
  for (const [member, { type, required }] of Object.entries(members)) {
    Reflect.defineMetadata('design:type', Object, dto.prototype as object, member);
    ApiProperty({ type: SCALARS[type], required })(dto.prototype as object, member);
  }
  return dto;
}

export function configureSeveral({ by }: SeveralSpec): (app: INestApplication) => void {
  return (app) => {
    if (by === 'header') app.enableVersioning({ type: VersioningType.HEADER, header: VERSION_HEADER });
    if (by === 'media') app.enableVersioning({ type: VersioningType.MEDIA_TYPE, key: 'v=' });
    if (by === 'custom') app.enableVersioning({ type: VersioningType.CUSTOM, extractor: () => '0' });
  };
}
