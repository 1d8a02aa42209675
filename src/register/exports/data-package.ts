import type { DataDescription } from './description.ts';
import { EXPORT_FORMATS } from './format.ts';
import { tableSchema } from './table-schema.ts';

/** A catalogue as a data package (specs.frictionlessdata.io/data-package, version 1): what `datapackage.json` holds. */
export function dataPackage(described: DataDescription) {
  const { name, base, title, description, language, homepage, modified, licence, publisher } = described;
  return {
    profile: 'data-package',
    name,
    id: `${base}datapackage.json`,
    title,
    description,
    homepage,
    ...(modified !== undefined && { created: modified }),
    ...(licence && {
      licenses: [
        {
          name: (licence.id ?? licence.name).replace(/[^-\w.]+/g, '-'),
          title: licence.name,
          ...(licence.href !== undefined && { path: licence.href }),
        },
      ],
    }),
    contributors: [
      {
        title: publisher.name,
        role: 'publisher',
        ...(publisher.url !== undefined && { path: publisher.url }),
        ...(publisher.email !== undefined && { email: publisher.email }),
      },
    ],
    resources: described.tables.flatMap(({ name: table, dataset, files }) =>
      files.map(({ name, format }) => ({
        profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
        name: format === 'csv' ? table : name,
        path: name,
        title: dataset.title[language],
        description: dataset.description[language],
        format,
        mediatype: EXPORT_FORMATS[format].mediaType.split(';', 1)[0],
        ...(format !== 'parquet' && { encoding: 'utf-8' }),
        ...(format === 'csv' && { dialect: { lineTerminator: '\r\n', doubleQuote: true, header: true } }),
        schema: tableSchema(dataset, language),
      })),
    ),
  };
}
