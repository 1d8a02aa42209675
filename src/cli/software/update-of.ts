import { updateSoftware } from '../../register/software/catalogue.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** Brings the catalogue of supported software to the wiki's index. Says whether anything changed. */
export async function updateSoftwareOf(wiki: Wiki): Promise<boolean> {
  const site = await wiki.site();
  return (
    site !== undefined && (await updateSoftware({ database: wiki.database, objects: wiki.objects, site }))
  );
}
