import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Invalid } from '../config/errors.ts';
import { type Operator, readOperator } from '../config/operator.ts';
import { readSettings, type Settings } from '../config/settings.ts';
import { findSource, type Source, sourceKey } from '../git/open.ts';
import { openDatabase } from '../store/database.ts';
import { Wiki } from '../wiki/wiki.ts';
import { makeDataFolder } from './data-folder.ts';

/** The options that every command about a wiki has. */
export const WIKI_OPTIONS = {
  data: { type: 'string' },
  config: { type: 'string' },
} as const;

export interface OpenedWiki {
  readonly wiki: Wiki;
  readonly source: Source;
  readonly operator: Operator;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Opens the wiki that a command line names: its repository, its data folder, its database. */
export async function openWiki(values: Values, location = '.'): Promise<OpenedWiki> {
  const { operator, source, overrides } = await readWiki(values, location);
  const database = await openDatabase(operator.database);
  return { wiki: new Wiki(source, database, overrides), source, operator };
}

async function readWiki(values: Values, location: string) {
  const operator = readOperator(sourceKey(location), string(values.data), process.env, {
    smtp: string(values.smtp),
    lmtp: string(values.lmtp),
    maildir: string(values.maildir),
  });
  const overrides = values.config === undefined ? {} : readOverrides(String(values.config));
  const source = await findSource(location, operator.dataFolder, operator.homePush);
  makeDataFolder(operator.dataFolder);
  return { operator, source, overrides };
}

/**
 * The same for who only shows its pages: with the index that is there, else with one of its own, which takes half as long
 * to make.
 */
export async function openPages(values: Values, location = '.'): Promise<OpenedWiki> {
  const { operator, source, overrides } = await readWiki(values, location);
  const isWhole = /^postgres/.test(operator.database) || existsSync(operator.database);
  const file = isWhole ? operator.database : join(operator.dataFolder, 'pages.sqlite');
  const database = await openDatabase(file);
  const wiki = new Wiki(source, database, overrides, isWhole ? 'all' : 'pages');
  return { wiki, source, operator: { ...operator, database: file } };
}

/** A settings file of the operator's must be right: there is no older one to go on with. */
export function readOverrides(file: string): Partial<Settings> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Invalid(`The settings file ${file} cannot be read.`, 'Name one that exists with --config.', {
      cause,
    });
  }
  const { settings, named, problems } = readSettings(text);
  const [first] = problems;
  if (first)
    throw new Invalid(`${file}, line ${first.line}: ${first.message}.`, 'See docs/reference/settings.md.');
  return Object.fromEntries(Object.entries(settings).filter(([key]) => named.includes(key)));
}

function string(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
