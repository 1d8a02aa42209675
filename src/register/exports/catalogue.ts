import type { DataDescription } from './description.ts';
import { EXPORT_FORMATS, type FormatName } from './format.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The file types of the Publications Office of the EU, which DCAT-AP asks for. */
const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type/';
const TYPES: Readonly<Record<FormatName, string>> = {
  csv: 'CSV',
  json: 'JSON',
  jsonl: 'JSON',
  parquet: 'PARQUET',
};

const LANGUAGES = { en: 'ENG', fr: 'FRA' } as const;

/** A catalogue as DCAT (W3C, version 3) in the terms of DCAT-AP 3.0, written as JSON-LD: a catalogue, a dataset a table, a distribution a file. */
export function catalogue(described: DataDescription) {
  const { base, title, description, language, homepage, publisher, licence, modified, clone, tables } =
    described;
  const told = (text: string) => ({ '@value': text, '@language': language });
  const iri = (id: string) => ({ '@id': id });
  const agent = {
    '@id': publisher.url ?? `${base}#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': publisher.name,
    ...(publisher.url !== undefined && { 'foaf:homepage': iri(publisher.url) }),
  };
  const common = {
    'dct:publisher': iri(agent['@id']),
    'dct:language': iri(`http://publications.europa.eu/resource/authority/language/${LANGUAGES[language]}`),
    ...(modified !== undefined && { 'dct:modified': { '@type': 'xsd:dateTime', '@value': modified } }),
    ...(publisher.email !== undefined && {
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': publisher.name,
        'vcard:hasEmail': iri(`mailto:${publisher.email}`),
      },
    }),
  };
  const licenceIri = licence && {
    'dct:license':
      licence.href === undefined
        ? { '@type': 'dct:LicenseDocument', 'dct:title': licence.name }
        : iri(licence.href),
  };
  const distribution = (table: string, name: string, format: FormatName) => ({
    '@id': `${base}#${name}`,
    '@type': 'dcat:Distribution',
    'dct:title': told(name),
    'dcat:accessURL': iri(base + name),
    'dcat:downloadURL': iri(base + name),
    'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${mediaType(format)}`),
    'dct:format': iri(FILE_TYPE + TYPES[format]),
    'dct:conformsTo': iri(`${base}datapackage.json#${table}`),
    ...licenceIri,
    ...(modified !== undefined && { 'dct:modified': common['dct:modified'] }),
  });
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': `${base}catalog.jsonld`,
        '@type': 'dcat:Catalog',
        'dct:title': told(title),
        'dct:description': told(description),
        'foaf:homepage': iri(homepage),
        ...common,
        ...licenceIri,
        'dcat:dataset': tables.map(({ name }) => iri(`${base}#${name}`)),
      },
      agent,
      ...tables.map(({ name: table, dataset, files }) => ({
        '@id': `${base}#${table}`,
        '@type': 'dcat:Dataset',
        'dct:title': told(dataset.title[language]),
        'dct:description': told(dataset.description[language]),
        'dct:identifier': `${base}#${table}`,
        'dcat:landingPage': iri(homepage),
        ...common,
        'dcat:distribution': [
          ...files.map(({ name }) => iri(`${base}#${name}`)),
          ...(clone === undefined ? [] : [iri(`${base}#git`)]),
        ],
      })),
      ...tables.flatMap(({ name: table, files }) =>
        files.map(({ name, format }) => distribution(table, name, format)),
      ),
      ...(clone === undefined
        ? []
        : [
            {
              '@id': `${base}#git`,
              '@type': 'dcat:Distribution',
              'dct:title': told('Git'),
              'dcat:accessURL': iri(clone),
              ...licenceIri,
            },
          ]),
    ],
  };
}

function mediaType(format: FormatName): string {
  return EXPORT_FORMATS[format].mediaType.split(';', 1)[0] as string;
}
