import { z } from 'zod';
import type { SoftwareTable } from '../../../store/software-tables.ts';
import { type Context, ownAddress } from '../../context.ts';
import { softwarePage } from '../../software/addresses.ts';
import { operationAddress } from '../operation.ts';
import { string, url } from '../values.ts';

export const SOFTWARE_PATH = '/software/{key}';

/** A software as others name it. */
export const softwareNamed = z.object({
  key: string('12').describe('Its name in addresses.'),
  name: string('Rudder'),
  url: url('Where people read it.', '/-/software/12'),
  apiUrl: url('All of it, for programs.', '/-/api/v1/software/12'),
});

export function softwareNamedAt(
  { site, origin }: Pick<Context, 'site' | 'origin'>,
  { key, name }: Pick<SoftwareTable, 'key' | 'name'>,
): z.infer<typeof softwareNamed> {
  return {
    key,
    name,
    url: origin + ownAddress(site, softwarePage(key), site.defaultLanguage),
    apiUrl: origin + operationAddress(SOFTWARE_PATH, key),
  };
}
