import { folded } from '../../wiki/software-files/folded.ts';
import type { SaidRow } from '../../wiki/software-files/row-said.ts';
import type { SaidSoftware } from '../../wiki/software-files/said-software.ts';
import type { Sheet } from '../../wiki/software-files/sheet.ts';
import { sheetsBySubject } from '../../wiki/software-files/sheet-pages.ts';
import { Keys } from './key.ts';
import { GATHERED_FIELDS, SINGLE_FIELDS, type Software, type Voice } from './software.ts';

/** What an outside source says, asked about what is known of a software already. */
export type Outside = (known: Known) => readonly { readonly voice: Voice; readonly said: SaidSoftware }[];

/** By what outside sources know a software. */
export interface Known {
  readonly name: string;
  readonly wikidata: string | undefined;
  readonly sill: string | undefined;
}

export interface Composition {
  readonly rows: readonly SaidRow[];
  readonly sheets: readonly Sheet[];
  /** What was in the table once: a sheet may still say of it what became of it. */
  readonly gone: readonly Pick<Software, 'id' | 'name'>[];
  /** The contracts that cover every row of the table. */
  readonly covering: readonly string[];
  readonly defaultLanguage: string;
  readonly outside: Outside;
}

/** The catalogue: each row of the table with its sheet, then the sheets that are of no row. Keys are given in that order. */
export function compose({ rows, sheets, gone, covering, defaultLanguage, outside }: Composition): {
  readonly software: readonly Software[];
  readonly keys: Keys;
} {
  const keys = new Keys();
  const bySubject = sheetsBySubject(sheets);
  const used = new Set<Sheet>();
  const made = rows.map((row) => {
    const sheet = (row.id !== null && bySubject.get(folded(row.id))) || bySubject.get(folded(row.name));
    if (sheet) used.add(sheet);
    const said = { ...row.said, contracts: [...new Set([...covering, ...(row.said.contracts ?? [])])] };
    return softwareOf(keys.take(row.id, row.name), row, sheet || undefined, said);
  });
  const others = [...bySubject.values()].filter((sheet) => !used.has(sheet));
  const formerly = (sheet: Sheet) =>
    gone.find(({ id, name }) => id === sheet.of || folded(name) === folded(sheet.of))?.id ?? null;
  const alone = others.map((sheet) => {
    const id = formerly(sheet);
    return softwareOf(keys.take(id, sheet.name), { id, name: sheet.name }, sheet, {});
  });
  return { software: [...made, ...alone], keys };

  function softwareOf(
    key: string,
    { id, name }: Pick<Software, 'id' | 'name'>,
    sheet: Sheet | undefined,
    table: SaidSoftware,
  ): Software {
    const own = [
      { voice: 'table' as const, said: inLanguage(table, defaultLanguage) },
      ...(sheet ? [{ voice: 'sheet' as const, said: sheet.said }] : []),
    ];
    const { wikidata, sill } = together(own);
    const voices = [...own, ...outside({ name, wikidata, sill })];
    const contracts = own.flatMap(({ said }) => said.contracts ?? []);
    return {
      key,
      id,
      name,
      sheet: sheet?.path ?? null,
      ...together(voices),
      contracts: [...new Set(contracts)],
    };
  }
}

/** What voices say, in the order in which they are believed. */
export function together(
  voices: readonly { readonly voice: Voice; readonly said: SaidSoftware }[],
): Omit<Software, 'key' | 'id' | 'name' | 'sheet'> {
  const origins: Record<string, Voice> = {};
  const first = (place: string, read: (said: SaidSoftware) => unknown) => {
    const voice = voices.find(({ said }) => read(said) !== undefined);
    if (voice) origins[place] = voice.voice;
    return voice && read(voice.said);
  };
  const single = Object.fromEntries(
    SINGLE_FIELDS.map((field) => [field, first(field, (said) => said[field])]),
  ) as SaidSoftware;
  const each = (field: 'descriptions' | 'attributes') => {
    const names = new Set(voices.flatMap(({ said }) => Object.keys(said[field] ?? {})));
    return Object.fromEntries(
      [...names].map((name) => [name, first(`${field}.${name}`, (said) => said[field]?.[name])]),
    );
  };
  const gathered = Object.fromEntries(
    GATHERED_FIELDS.map((field) => {
      const all = voices.flatMap(({ voice, said }) =>
        (said[field] ?? []).map((one) => (field === 'providers' ? { ...one, from: voice } : one)),
      );
      return [field, onceEach(all as readonly { name?: string; url?: string | null; title?: string }[])];
    }),
  );
  return {
    ...single,
    descriptions: each('descriptions'),
    attributes: each('attributes'),
    ...gathered,
    origins,
  } as Omit<Software, 'key' | 'id' | 'name' | 'sheet'>;
}

/** The first of those that have the same name, title or address. */
function onceEach<T extends { name?: string; url?: string | null; title?: string }>(all: readonly T[]): T[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = folded(one.name ?? one.title ?? one.url ?? '');
    return !seen.has(key) && seen.add(key);
  });
}

/** A text whose language nobody says is in that of the wiki. */
function inLanguage(said: SaidSoftware, language: string): SaidSoftware {
  const text = said.descriptions?.[''];
  return text === undefined ? said : { ...said, descriptions: { [language]: text } };
}
