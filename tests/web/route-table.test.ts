import { Router } from 'express';
import { describe, expect, it } from 'vitest';
import { type RoomRoutes, RouteTable } from '../../src/web/route-table.js';

const steps = { uploads: [], open: [], signedIn: [] };
const answer = () => {};

describe('the table of routes', () => {
  const fixed: RoomRoutes = { signedIn: Router().get('/visits/new', answer) };
  const any: RoomRoutes = { open: Router().get('/visits/:id', answer).post('/visits/:id', answer) };

  it.each([
    ['first', [fixed, any]],
    ['last', [any, fixed]],
  ])('finds a fixed part before a parameter where it is named %s', (_order, rooms) => {
    const table = new RouteTable(rooms, steps);
    expect(table.routeOf('GET', '/visits/new')).toMatchObject({ path: '/visits/new' });
    expect(table.routeOf('GET', '/Visits/new/')).toMatchObject({ path: '/visits/new' });
    expect(table.routeOf('HEAD', '/visits/7')).toMatchObject({
      path: '/visits/:id',
      reach: 'open',
    });
    expect(table.routeOf('POST', '/visits/new')).toMatchObject({ path: '/visits/:id' });
  });

  it('finds none for an empty part, a longer address or another method', () => {
    const table = new RouteTable([any, fixed], steps);
    const missing = [table.routeOf('GET', '/visits//'), table.routeOf('GET', '/visits/7/8')];
    expect([...missing, table.routeOf('PUT', '/visits/7')]).toEqual([null, null, null]);
  });

  it('refuses a route that is named twice, and what runs for a whole room', () => {
    expect(() => new RouteTable([any, any], steps)).toThrow('already declared');
    const watching: RoomRoutes = { open: Router().use((_req, _res, next) => next()) };
    expect(() => new RouteTable([watching], steps)).toThrow('nothing that runs for all of them');
  });
});
