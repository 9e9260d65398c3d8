import { cell, type IColumn } from '../columns';
import { literal, tableName } from './adql';
import { ask } from './ask';
import { type IResolver, type ITarget, plainName } from './resolver';
import { columnOf } from './roles';
import type { IClient, ISearchable } from './service';
import { OBSCORE, syncRequest } from './tap';

/** Rows that are looked at; an archive has many observations of one source. */
const MOST = 500;

/**
 * The names of an archive's own sources: for names that only the archive
 * knows, and for when no resolver can be reached.
 */
export function archiveNames(client: IClient, service: ISearchable): IResolver {
  return {
    label: service.label,
    resolve: async (name, signal) => {
      const request = syncRequest(
        service.url,
        namesQuery(name, service.table),
        MOST
      );
      const found = new Map<string, ITarget>();
      let columns: readonly IColumn[] = [];
      for await (const event of ask(client, service, request, signal)) {
        if (event.kind === 'columns') {
          columns = event.columns;
        } else if (event.kind === 'batch') {
          const [target, ra, dec] = (['target', 'ra', 'dec'] as const).map(
            role => event.batch.data[columnOf(role, columns)]
          );
          for (let i = 0; i < event.batch.length; i++) {
            const own = String(cell(target, i) ?? '').trim();
            const [lon, lat] = [cell(ra, i), cell(dec, i)];
            if (
              plainName(own) === plainName(name) &&
              typeof lon === 'number' &&
              typeof lat === 'number' &&
              Number.isFinite(lon + lat)
            ) {
              const place = `${lon.toFixed(4)} ${lat.toFixed(4)}`;
              if (!found.has(place)) {
                found.set(place, {
                  name: own,
                  ra: lon,
                  dec: lat,
                  by: service.label
                });
              }
            }
          }
        }
      }
      return [...found.values()];
    }
  };
}

/** ADQL for the positions of a source under all likely spellings of its name. */
export function namesQuery(name: string, table = OBSCORE): string {
  const list = spellings(name).map(literal).join(', ');
  return `SELECT DISTINCT target_name, s_ra, s_dec FROM ${tableName(table)} WHERE target_name IN (${list})`;
}

/**
 * A name as archives may have it. ADQL 2.0 compares with regard to case and to
 * blanks, and has no function that would help.
 */
export function spellings(name: string): readonly string[] {
  const plain = name.trim().replace(/\s+/g, ' ');
  const tight = plain.replace(/[ _]/g, '');
  // 3C84 and NGC1275 with the blank that catalogues put between name and number.
  const apart = tight.replace(/^(\d?[A-Za-z]+)(?=\d)/, '$1 ');
  const spaced = [plain, tight, apart, apart.replace(' ', '_')];
  const titled = (text: string): string =>
    text
      .toLowerCase()
      .replace(/(^|[\s-])\p{L}/gu, first => first.toUpperCase());
  return [
    ...new Set(
      spaced.flatMap(one => [
        one,
        one.toUpperCase(),
        one.toLowerCase(),
        titled(one)
      ])
    )
  ];
}
