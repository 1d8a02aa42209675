import { catalogue } from '../../../register/exports/catalogue.ts';
import { dataPackage } from '../../../register/exports/data-package.ts';
import type { RegisterDescription } from '../../../register/exports/description.ts';
import { type Answer, textAnswer } from '../../answer.ts';
import { askedLanguage, type Context } from '../../context.ts';
import { describedRegister } from '../../register/open-data.ts';

/** `/-/code/datapackage.json`. */
export const dataPackageFile = described(dataPackage, 'application/json');

/** `/-/code/catalog.jsonld`. */
export const catalogueFile = described(catalogue, 'application/ld+json');

function described(describe: (register: RegisterDescription) => unknown, mediaType: string) {
  return async (context: Context): Promise<Answer> => {
    const language = askedLanguage(context);
    const value = describe(await describedRegister(context, language));
    return textAnswer(`${JSON.stringify(value, null, 2)}\n`, mediaType, {
      'access-control-allow-origin': '*',
      'content-language': language,
    });
  };
}
