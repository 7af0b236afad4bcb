import { describe, expect, it } from '@jest/globals';
import { readPath } from '../../../lib/nest/routes/read-path.js';

describe('readPath', () => {
  it.each([
    ['/', '/', ['/']],
    ['/pets', '/pets', ['/pets']],
    ['/pets/:id', '/pets/{id}', ['/pets/{id}']],
    ['/pets/:id/toys/:toy', '/pets/{id}/toys/{toy}', ['/pets/{id}/toys/{toy}']],
    ['/files/*path', '/files/{path}', ['/files/{path+}']],
    ['/files{/*path}', '/files/{path}', ['/files/{path+}', '/files']],
    ['/a{/:b}/c', '/a/{b}/c', ['/a/{b}/c', '/a/c']],
    ['/report-:id.pdf', '/report-{id}.pdf', ['/report-{id}.pdf']],
    ['/v1/users::batch', '/v1/users:batch', ['/v1/users:batch']],
    ['/v1/users\\:batch', '/v1/users:batch', ['/v1/users:batch']],
    ['/:"user-id"', '/{user-id}', ['/{user-id}']],
  ])('reads %s', (path, documentPath, gatewayPaths) => {
    expect(readPath(path)).toEqual({ documentPaths: [documentPath], gatewayPaths });
  });

  it('knows how Nest writes an optional part inside another', () => {
    expect(readPath('/a{/:b{/:c}}')).toEqual({
      documentPaths: ['/a/{b}/{c}', '/a/{b}{undefined}'],
      gatewayPaths: ['/a/{b}/{c}', '/a/{b}', '/a'],
    });
  });

  it.each(['/opt/:id?', '/a(b|c)', '/:', '/{a', '/x/*/*'])('throws for %s', (path) => {
    expect(() => readPath(path)).toThrow(TypeError);
  });

  it('throws for a path with more optional parts than a gateway could hold routes for', () => {
    expect(() => readPath(Array.from({ length: 20 }, (_, index) => `{/:v${index}}`).join(''))).toThrow(
      'optional parts',
    );
  });

  it('drops the trailing slash that API Gateway does not know', () => {
    expect(readPath('/files{/*path}').gatewayPaths).toContain('/files');
    expect(readPath('/pets/:id/').gatewayPaths).toEqual(['/pets/{id}']);
    expect(readPath('/pets/').gatewayPaths).toEqual(['/pets']);
  });
});
