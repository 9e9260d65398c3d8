import type { IColumn } from '../columns';
import { arrange } from './arrange';
import { columnOf, rolesOf } from './roles';
import { batchOf } from './testing/batch';
import { column, notes } from './testing/services';

const named = (...names: string[]): IColumn[] =>
  names.map(name => ({ name, datatype: 'double' }));

describe('roles', () => {
  it('are found by UCD1, UCD1+, utype and name, whatever the case', () => {
    const columns: IColumn[] = [
      { name: 'a', datatype: 'double', ucd: 'POS_EQ_RA' },
      { name: 'b', datatype: 'double', ucd: 'pos.eq.ra;meta.MAIN' },
      {
        name: 'c',
        datatype: 'double',
        utype:
          'obscore:char.spatialaxis.coverage.location.coord.position2d.value2.c2'
      },
      { name: 'EM_MIN', datatype: 'double' }
    ];
    expect(columnOf('ra', columns)).toBe(1);
    expect(columnOf('dec', columns)).toBe(2);
    expect(columnOf('emMin', columns)).toBe(3);
    expect(columnOf('target', columns)).toBe(-1);
  });

  it('of ObsCore are all found by their names', () => {
    const columns = named(
      'dataproduct_type',
      'obs_collection',
      'obs_id',
      'obs_publisher_did',
      'access_url',
      'access_format',
      'access_estsize',
      'target_name',
      's_ra',
      's_dec',
      't_min',
      't_max',
      't_exptime',
      'em_min',
      'em_max',
      'facility_name',
      'instrument_name',
      'obs_release_date',
      'data_rights'
    );
    const found = rolesOf(columns);
    expect([...found.values()].sort((a, b) => a - b)).toEqual(
      columns.map((_, at) => at)
    );
    expect(found.has('separation')).toBe(false);
  });
});

describe('arrange', () => {
  it('puts separation, target and position first and drops nothing', async () => {
    async function* rows(): ReturnType<typeof arrange> {
      yield* batchOf(
        ['t_min', 's_dec', 'target_name', 's_ra'],
        [
          [1, 0, 'a', 359.99],
          [2, 1, 'b', 0],
          [3, null, 'c', null]
        ]
      );
    }
    const events = [];
    for await (const event of arrange(rows(), { ra: 0, dec: 0 })) {
      events.push(event);
    }
    expect(events[0]).toMatchObject({
      columns: ['Separation', 'target_name', 's_ra', 's_dec', 't_min'].map(
        name => ({ name })
      )
    });
    const seen = column(events, 'Separation').map(Number);
    expect(seen[0]).toBeCloseTo(36, 6);
    expect(seen[1]).toBeCloseTo(3600, 6);
    expect(seen[2]).toBeNaN();
    expect(column(events, 't_min')).toEqual(['1', '2', '3']);
    expect(notes(events)).toEqual([]);
  });
});
