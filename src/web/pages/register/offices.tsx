import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { codePage } from '../../register/addresses.ts';
import { officesOf } from '../../register/register-files.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import { OfficesPage } from '../../views/register/offices-page.tsx';

/** The free-software offices: `/-/code/offices`. */
export async function officesPage(context: Context, language: string): Promise<Answer> {
  const { site } = context;
  const messages = messagesOf(context, language);
  const offices = await officesOf(context);
  return await registerPageAnswer(context, {
    language,
    title: messages.codePages.titles.offices,
    parents: [],
    isOffered: offices !== undefined && offices.length > 0,
    content: (
      <OfficesPage
        messages={messages}
        offices={(offices ?? []).map((office) => ({
          label: office.name,
          href: ownAddress(site, codePage('office', office.alias), language),
          description: descriptionOf(office.description, language),
        }))}
      />
    ),
  });
}

/** In the reader's language, else in the first that there is. */
export function descriptionOf(
  description: string | Readonly<Record<string, string>> | undefined,
  language: string,
): string | undefined {
  if (description === undefined || typeof description === 'string') return description;
  return description[language] ?? Object.values(description)[0];
}
