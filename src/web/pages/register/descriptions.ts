import { descriptionFile } from '../../register/description-file.ts';
import { describedRegister } from '../../register/open-data.ts';

/** `/-/code/datapackage.json`. */
export const dataPackageFile = descriptionFile('datapackage.json', describedRegister);

/** `/-/code/catalog.jsonld`. */
export const catalogueFile = descriptionFile('catalog.jsonld', describedRegister);
