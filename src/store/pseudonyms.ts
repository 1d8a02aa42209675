import { sql } from 'kysely';
import type { Writer } from './database.ts';

/**
 * Puts a made-up name in the place of an address wherever it is kept that somebody did something: in the trail, of which
 * the reasons that they gave go too, on the roles that they granted, and on what they blocked.
 */
export async function renamePerson(writer: Writer, folded: string, pseudonym: string): Promise<void> {
  const like = `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await writer
    .selectFrom('audit')
    .selectAll()
    .where((e) =>
      e.or([
        e(e.fn<string>('lower', ['who']), '=', folded),
        e(e.fn<string>('lower', ['about']), '=', folded),
        sql<boolean>`lower(detail) like ${like} escape '\\'`,
      ]),
    )
    .execute();
  for (const { id, who, what, about, detail } of rows) {
    const isOwn = about.toLowerCase() === folded;
    const named = (address: string) => (address.toLowerCase() === folded ? pseudonym : address);
    await writer
      .updateTable('audit')
      .set({
        who: named(who),
        about: named(about),
        detail: isOwn && what === 'request' ? '' : withoutAddress(detail, folded, pseudonym),
      })
      .where('id', '=', id)
      .execute();
  }
  await writer
    .updateTable('access_grant')
    .set({ granted_by: pseudonym })
    .where((e) => e(e.fn<string>('lower', ['granted_by']), '=', folded))
    .execute();
  await writer
    .updateTable('block')
    .set({ added_by: pseudonym })
    .where((e) => e(e.fn<string>('lower', ['added_by']), '=', folded))
    .execute();
}

function withoutAddress(detail: string, folded: string, pseudonym: string): string {
  const escaped = folded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return detail.replace(new RegExp(escaped, 'gi'), () => pseudonym);
}
