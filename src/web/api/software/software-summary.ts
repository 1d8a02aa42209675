import { z } from 'zod';
import { softwareColumns, softwareObject } from '../../../register/software/export.ts';
import type { SoftwareTable } from '../../../store/software-tables.ts';
import { STATUSES } from '../../../wiki/software-files/said-software.ts';
import type { Context } from '../../context.ts';
import { recordOf } from '../../software/software-words.ts';
import { string } from '../values.ts';
import { softwareNamed, softwareNamedAt } from './software-named.ts';

const text = (example: string) => string(example).nullable();

const voice = string('sheet').describe('Who told it: table, sheet, or an outside source.');

/** A software as `software.json` has it; its columns by language and by attribute are named by the wiki. */
const softwareRecord = z
  .object({
    key: string('12'),
    id: text('12'),
    name: string('Rudder'),
    category: text('Réseau'),
    critical: z
      .boolean()
      .nullable()
      .meta({ examples: [false] }),
    status: z.enum(STATUSES).nullable(),
    withdrawn_on: text('2024-02-01'),
    withdrawn_why: text('Remplacé'),
    last_recommended_version: text('7.2'),
    since: text('2021-03'),
    minimum_version: text('7.3'),
    latest_version: text('8.1'),
    licence: text('GPL-3.0-or-later'),
    repository: text('https://forge.example/rudder'),
    homepage: text('https://rudder.example/'),
    wikidata: text('Q42'),
    sill: text('121'),
    systems: z.array(string('linux')).nullable(),
    contracts: z.array(string('support')),
    descriptions: z
      .record(z.string(), z.string())
      .meta({ examples: [{ fr: 'Configure des machines.' }] })
      .describe('By language.'),
    attributes: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .meta({ examples: [{ hosted: true }] })
      .describe('Those of the settings.'),
    similar: z.array(
      z.object({
        name: string('Exemple Suite'),
        free: z
          .boolean()
          .nullable()
          .meta({ examples: [true] }),
        wikidata: text('Q43'),
      }),
    ),
    instances: z.array(
      z.object({
        url: string('https://rudder.office.example'),
        audience: text('les services'),
        operator: text('Atelier'),
      }),
    ),
    providers: z.array(
      z.object({ name: string('Coopérative'), url: text('https://coop.example'), from: voice }),
    ),
    contributions: z.array(
      z.object({
        title: string('Un correctif'),
        url: text('https://forge.example/1'),
        date: text('2024-04-01'),
      }),
    ),
    origins: z
      .record(z.string(), voice)
      .meta({ examples: [{ licence: 'sheet', 'descriptions.fr': 'table' }] })
      .describe('Who told each field.'),
  })
  .catchall(z.union([z.string(), z.boolean(), z.null()]))
  .describe('As /-/software/software.json has it, with what its flat files have.');

export const softwareSummary = softwareNamed.extend({
  state: z.enum(['listed', 'removed']).describe('Whether the catalogue has it today, or only had it once.'),
  record: softwareRecord,
});

/** A software as lists have it. */
export function summaryOf(context: Context, row: SoftwareTable): z.infer<typeof softwareSummary> {
  const { attributes = {} } = context.site.settings.software ?? {};
  const columns = softwareColumns({ attributes, languages: context.site.languages });
  return {
    ...softwareNamedAt(context, row),
    state: row.state,
    record: softwareObject(recordOf(row), columns) as z.infer<typeof softwareRecord>,
  };
}
