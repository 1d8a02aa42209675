import { softwareMembers, softwareObject } from '../../../register/software/export.ts';
import { sillObject } from '../../../register/software/sill.ts';
import { csvRecord, jsonArray, jsonLines } from '../../../register/tabular.ts';
import { everySoftware } from '../../../store/software-listing.ts';
import { type Answer, FILE_POLICY, textAnswer } from '../../answer.ts';
import type { Context } from '../../context.ts';
import type { SoftwareFile } from '../../software/addresses.ts';
import { recordOf } from '../../software/software-words.ts';

const TYPES: Readonly<Record<SoftwareFile, string>> = {
  'software.csv': 'text/csv; charset=utf-8; header=present',
  'software.json': 'application/json',
  'software.jsonl': 'application/jsonl',
  'sill.json': 'application/json',
};

/** The whole catalogue as a file. */
export async function softwareExport({ ask, site }: Context, file: SoftwareFile): Promise<Answer> {
  const software = (await ask(everySoftware)).map(recordOf);
  const how = { attributes: site.settings.software?.attributes ?? {}, languages: site.languages };
  const text = {
    'software.csv': () => {
      const rows = software.map((one) => softwareMembers(one, how));
      const names = Object.keys(softwareMembers(EMPTY, how));
      return [csvRecord(names), ...rows.map((row) => csvRecord(names.map((name) => row[name])))];
    },
    'software.json': () => jsonArray(software.map((one) => softwareObject(one, how))),
    'software.jsonl': () => jsonLines(software.map((one) => softwareObject(one, how))),
    'sill.json': () => jsonArray(software.map(sillObject)),
  }[file]();
  return textAnswer([...text].join(''), TYPES[file], {
    'content-security-policy': FILE_POLICY,
    'content-disposition': `attachment; filename="${file}"`,
    'access-control-allow-origin': '*',
    'x-robots-tag': 'noindex',
  });
}

/** For the names of the columns, where there are no rows. */
const EMPTY = {
  key: '',
  id: null,
  name: '',
  sheet: null,
  contracts: [],
  descriptions: {},
  attributes: {},
  similar: [],
  instances: [],
  providers: [],
  contributions: [],
  origins: {},
};
