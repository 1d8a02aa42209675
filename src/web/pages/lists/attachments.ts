import { decodePart, parseMessage } from '../../../mail/mime/parse.ts';
import { type Answer, answer } from '../../answer.ts';
import type { Context } from '../../context.ts';
import type { ListPlace } from '../../lists/list-place.ts';
import { attachmentName } from '../../lists/shown-message.ts';
import { missingPage } from '../missing.tsx';
import { messageOr } from './message-or.tsx';

/** Whatever a message carries is a download that nothing runs, wherever it is opened. */
const DOWNLOAD = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};

/** What is attached to a message: `…/MESSAGE-ID/NUMBER-NAME`, whatever the name. Its media type is not told: browsers guess none. */
export async function attachment(
  context: Context,
  list: ListPlace,
  { messageId, number }: { readonly messageId: string; readonly number: number },
): Promise<Answer> {
  return await messageOr(context, list, messageId, async (row) => {
    const message = parseMessage(await list.archives.read(list.name, row.oid));
    const part = message.parts[number - 1];
    if (!part) return await missingPage(context, list.language);
    const name = encodeURIComponent(attachmentName(part, number)).replace(/['()*]/g, '_');
    return answer(200, decodePart(message, part), {
      ...DOWNLOAD,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });
}

/** The bytes of a message, as text: `…/MESSAGE-ID/raw`. */
export async function rawMessage(context: Context, list: ListPlace, messageId: string): Promise<Answer> {
  return await messageOr(context, list, messageId, async (row) =>
    answer(200, await list.archives.read(list.name, row.oid), {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': DOWNLOAD['content-security-policy'],
      'access-control-allow-origin': '*',
      'x-robots-tag': 'noindex',
      vary: 'accept-encoding',
      etag: `"${row.oid}"`,
    }),
  );
}
