import { knownLicence } from '../../../register/licence-freedom.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import { listParent } from '../../register/register-page.tsx';
import { valuePage } from './value.tsx';

/** A licence: `/-/code/licence/EUPL-1.2`. */
export function licencePage(
  context: Context,
  language: string,
  licence: string,
): Promise<Answer | undefined> {
  const { codePages: words } = messagesOf(context, language);
  const known = knownLicence(licence);
  const isSpdx = known.osi !== 'unknown';
  return valuePage(context, language, {
    facet: 'licence',
    value: licence,
    kind: 'licence',
    title: licence,
    parents: [listParent(context, language, 'licences')],
    lead: known.name,
    facts: [
      ...(isSpdx ? [{ name: words.identifier, value: <code>{licence}</code> }] : []),
      { name: 'OSI', value: words.osi[known.osi] },
      { name: 'FSF', value: words.fsf[known.fsf] },
    ],
    links: known.href === undefined ? [] : [{ label: words.licenceText, href: known.href }],
    content: (
      <>
        {!isSpdx && <p class="code-notice">{words.notSpdx}</p>}
        {known.isDeprecated && <p class="code-notice">{words.deprecated}</p>}
      </>
    ),
  });
}
