import type { SoftwareSettings } from '../../config/settings.ts';
import type { Finding } from '../register-files/finding.ts';
import { ATTRIBUTE_FORMS } from './attributes.ts';
import type { SoftwareColumn } from './columns.ts';
import { DAY, FLAG, type Form, LINK, STATUS, WIKIDATA } from './forms.ts';
import { at, type ListedSoftware, type SoftwareList } from './read-list.ts';
import type { SaidSoftware } from './said-software.ts';
import { readList, readText } from './values.ts';

/** A row, and what its cells say. */
export interface SaidRow extends ListedSoftware {
  readonly said: SaidSoftware;
}

/** Understands the cells of a list; what is not understood is told, and left out. */
export function saidRows(
  { rows, fields }: Pick<SoftwareList, 'rows' | 'fields'>,
  { attributes }: Pick<SoftwareSettings, 'attributes'>,
): { readonly rows: readonly SaidRow[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const places = new Map(fields.map((field, place) => [field, place]));
  return { rows: rows.map((row) => ({ ...row, said: saidOf(row) })), findings };

  function saidOf({ name, line, cells }: ListedSoftware): SaidSoftware {
    const cell = (field: string) => cells[places.get(field) ?? -1] || undefined;
    const taken = <T>(field: SoftwareColumn, { read, remedy }: Form<T>): T | undefined => {
      const value = read(cell(field));
      if (value !== 'wrong') return value;
      findings.push(
        at(line, `${name}: “${cell(field)?.slice(0, 60)}” is not understood as ${field}; ${remedy}`),
      );
      return undefined;
    };
    const ofAttributes = Object.entries(attributes).flatMap(([key, { kind }]) => {
      const written = cell(`attributes.${key}`);
      const { read, remedy } = ATTRIBUTE_FORMS[kind];
      const value = read(written);
      if (value === 'wrong')
        findings.push(
          at(line, `${name}: “${written?.slice(0, 60)}” is not understood as attributes.${key}; ${remedy}`),
        );
      return value === undefined || value === 'wrong' ? [] : [[key, value] as const];
    });
    const description = readText(cell('description'));
    return {
      category: cell('category'),
      critical: taken('critical', FLAG),
      status: taken('status', STATUS),
      since: taken('since', DAY),
      minimumVersion: cell('minimumVersion'),
      licence: cell('licence'),
      repository: taken('repository', LINK),
      homepage: taken('homepage', LINK),
      wikidata: taken('wikidata', WIKIDATA),
      systems: readList(cell('systems')),
      contracts: readList(cell('contracts')),
      ...(description !== undefined && { descriptions: { '': description } }),
      attributes: Object.fromEntries(ofAttributes),
    };
  }
}
