import { type Training, words as wordsOf } from '../../../wiki/software-files/trainings.ts';
import type { Answer } from '../../answer.ts';
import { type Context, ownAddress } from '../../context.ts';
import { ownPage } from '../../own-page.tsx';
import { SOFTWARE, SOFTWARE_PAGES } from '../../software/addresses.ts';
import { softwareWords } from '../../software/software-words.ts';
import { trainingsOf } from '../../software/wiki-files.ts';
import { TrainingsPage } from '../../views/software/trainings-page.tsx';
import { missingPage } from '../missing.tsx';

const MAX_TEXT = 300;

/** Who gives courses on free software: `/-/software/trainings?q=python`. */
export async function softwareTrainingsPage(context: Context, language: string): Promise<Answer> {
  const { site, query, origin } = context;
  if (site.settings.software?.trainings === undefined) return await missingPage(context, language);
  const { messages } = softwareWords(site, language);
  const text = (query.get('q') ?? '').trim().slice(0, MAX_TEXT);
  const all = await trainingsOf(context);
  const href = ownAddress(site, SOFTWARE_PAGES.trainings, language);
  return await ownPage(context, {
    language,
    title: messages.software.trainings,
    href,
    parents: [{ label: messages.software.title, href: ownAddress(site, SOFTWARE, language) }],
    ...(text === '' && { canonical: origin + href }),
    content: (
      <TrainingsPage
        messages={messages}
        action={SOFTWARE_PAGES.trainings}
        kept={language === site.defaultLanguage ? [] : [['lang', language]]}
        text={text}
        language={site.defaultLanguage}
        trainings={found(all, text)}
      />
    ),
  });
}

/** Those that have each of the words, or a word that begins so, anywhere. */
function found(all: readonly Training[], text: string): readonly Training[] {
  const sought = wordsOf(text)
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  return all.filter(({ organisation, description, courses, address }) => {
    const said = wordsOf([organisation, description ?? '', ...courses, address ?? ''].join(' '));
    return sought.every((word) => said.includes(` ${word}`));
  });
}
