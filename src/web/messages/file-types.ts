import type { InterfaceLocale } from './messages.ts';

type Names = Readonly<Record<InterfaceLocale, string>>;

const byMediaType: Readonly<Record<string, Names>> = {
  'application/pdf': { fr: 'PDF', en: 'PDF' },
  'application/vnd.oasis.opendocument.text': { fr: 'Document ODF', en: 'ODF document' },
  'application/vnd.oasis.opendocument.spreadsheet': { fr: 'Tableur ODF', en: 'ODF spreadsheet' },
  'application/vnd.oasis.opendocument.presentation': { fr: 'Diaporama ODF', en: 'ODF presentation' },
  'application/zip': { fr: 'Archive ZIP', en: 'ZIP archive' },
  'application/json': { fr: 'Données JSON', en: 'JSON data' },
  'text/calendar': { fr: 'Agenda iCalendar', en: 'iCalendar file' },
  'text/csv': { fr: 'Tableau CSV', en: 'CSV table' },
  'text/plain': { fr: 'Texte', en: 'Text' },
};

const byFamily: Readonly<Record<string, Names>> = {
  audio: { fr: 'Son', en: 'Audio' },
  image: { fr: 'Image', en: 'Image' },
  text: { fr: 'Texte', en: 'Text' },
  video: { fr: 'Vidéo', en: 'Video' },
};

/** What a person calls a file: "PDF", "Image PNG", "CSV table". `extension` comes without its dot. */
export function fileTypeName(locale: InterfaceLocale, mediaType: string, extension: string): string {
  const essence = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const exact = byMediaType[essence];
  if (exact) return exact[locale];
  const family = byFamily[essence.split('/')[0] ?? ''];
  const format = extension.toUpperCase();
  if (!family) return format || { fr: 'Fichier', en: 'File' }[locale];
  if (!format) return family[locale];
  return locale === 'fr' ? `${family.fr} ${format}` : `${format} ${family.en.toLowerCase()}`;
}
