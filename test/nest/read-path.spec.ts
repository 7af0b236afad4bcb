import { describe, expect, it } from '@jest/globals';
import { readPath } from '../../lib/nest/read-path.js';

describe('readPath', () => {
  it.each([
    ['/', '/', ['/']],
    ['/pets', '/pets', ['/pets']],
    ['/pets/:id', '/pets/{id}', ['/pets/{id}']],
    ['/pets/:id/toys/:toy', '/pets/{id}/toys/{toy}', ['/pets/{id}/toys/{toy}']],
    ['/files/*path', '/files/{path}', ['/files/{path+}']],
    ['/files{/*path}', '/files/{path}', ['/files/{path+}', '/files']],
    ['/a{/:b}/c', '/a/{b}/c', ['/a/{b}/c', '/a/c']],
    ['/a{/:b{/:c}}', '/a/{b}/{c}', ['/a/{b}/{c}', '/a/{b}', '/a']],
    ['/report-:id.pdf', '/report-{id}.pdf', ['/report-{id}.pdf']],
    ['/v1/users::batch', '/v1/users:batch', ['/v1/users:batch']],
    ['/v1/users\\:batch', '/v1/users:batch', ['/v1/users:batch']],
    ['/:"user-id"', '/{user-id}', ['/{user-id}']],
  ])('reads %s', (path, documentPath, gatewayPaths) => {
    expect(readPath(path)).toEqual({ documentPath, gatewayPaths });
  });

  it('drops the trailing slash that API Gateway does not know', () => {
    expect(readPath('/files{/*path}').gatewayPaths).toContain('/files');
    expect(readPath('/pets/:id/').gatewayPaths).toEqual(['/pets/{id}']);
    expect(readPath('/pets/').gatewayPaths).toEqual(['/pets']);
  });
});
