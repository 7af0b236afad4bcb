import type { Type } from '@nestjs/common';
import { CONCERNS, readBase, readDeclarations, type Concern } from '../../decorators/decorator-metadata.js';
import type { RouteDeclarations } from '../../model/app-source.js';
import { recordFunctions } from '../../places/record-place.js';

/** What the decorators of this library say of a handler, by concern. */
export type ReadDeclarations = (
  controller: Type,
  handler: object,
) => Readonly<Record<Concern, RouteDeclarations>>;

/** Those of a class are read once for all its handlers. */
export function createDeclarationReader(): ReadDeclarations {
  const ofClasses = new Map<Type, ClassDeclarations>();
  return (controller, handler) => {
    const ofClass = ofClasses.get(controller) ?? readClassDeclarations(controller);
    ofClasses.set(controller, ofClass);
    const declarations = {} as Record<Concern, RouteDeclarations>;
    for (const concern of CONCERNS) {
      declarations[concern] = { handler: readDeclarations(handler, concern), ...ofClass[concern] };
    }
    recordFunctions(declarations, { handler, controller });
    return declarations;
  };
}

type ClassDeclarations = Readonly<Record<Concern, Omit<RouteDeclarations, 'handler'>>>;

function readClassDeclarations(controller: Type): ClassDeclarations {
  const declarations = {} as Record<Concern, Omit<RouteDeclarations, 'handler'>>;
  for (const concern of CONCERNS) {
    const ofClass = readDeclarations(controller, concern);
    const base = ofClass.length > 0 ? readBase(controller, concern) : undefined;
    declarations[concern] = base === undefined ? { class: ofClass } : { class: ofClass, base };
  }
  return declarations;
}
