import { catalogue } from '../../register/exports/catalogue.ts';
import { dataPackage } from '../../register/exports/data-package.ts';
import type { DataDescription } from '../../register/exports/description.ts';
import { type Answer, textAnswer } from '../answer.ts';
import { askedLanguage, type Context } from '../context.ts';

/** Files that describe a catalogue to programs: beside its own files, each under this name. */
export const DESCRIPTION_FILES = {
  'datapackage.json': { describe: dataPackage, mediaType: 'application/json' },
  'catalog.jsonld': { describe: catalogue, mediaType: 'application/ld+json' },
} as const;

export type DescriptionFile = keyof typeof DESCRIPTION_FILES;

/** Answers with the description of a catalogue. */
export function descriptionFile(
  name: DescriptionFile,
  described: (context: Context, language: string) => Promise<DataDescription>,
) {
  const { describe, mediaType } = DESCRIPTION_FILES[name];
  return async (context: Context): Promise<Answer> => {
    const language = askedLanguage(context);
    const value = describe(await described(context, language));
    return textAnswer(`${JSON.stringify(value, null, 2)}\n`, mediaType, {
      'access-control-allow-origin': '*',
      'content-language': language,
    });
  };
}
