import { addOwnSshKey } from '../../members/ssh-keys.ts';
import { askedLanguage, type Context } from '../context.ts';
import { oneLine } from '../pages/members/one-line.ts';
import type { RefusedKey } from '../views/members/ssh-keys.tsx';
import { type Member, memberList, secondsOf } from './visitor.ts';

const MAX_LABEL = 100;

/** More than any key that is taken. */
const MAX_TEXT = 12_000;

/** Adds the key of a form; why it is not, and what was typed, where it is not. */
export async function addSentSshKey(
  context: Context,
  { folded, address }: Member,
  fields: URLSearchParams,
): Promise<RefusedKey | undefined> {
  const typed = {
    text: (fields.get('key') ?? '').slice(0, MAX_TEXT),
    label: oneLine(fields, 'label', MAX_LABEL),
  };
  const { origin, site, wiki } = context;
  const place = {
    ...{ database: wiki.database, list: memberList(context), lists: site.settings.lists },
    ...{ origin, language: askedLanguage(context), now: secondsOf(context) },
  };
  const fault = await addOwnSshKey(place, { folded, address }, typed);
  return fault && { fault, ...typed };
}
