import { awesomeList } from '../../../register/exports/awesome.ts';
import { siteTitle } from '../../../wiki/site.ts';
import { type Answer, textAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf } from '../../context.ts';
import { describedRegister } from '../../register/open-data.ts';
import { recommended } from '../../register/recommended.ts';
import { missingPage } from '../missing.tsx';

/** `/-/code/awesome.md`: the remarkable projects as an “awesome” list. */
export async function awesomeMarkdown(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const projects = await recommended(context);
  if (!projects) return await missingPage(context, language);
  const words = messagesOf(context, language).openData;
  const { publisher, licence } = await describedRegister(context, language);
  const text = awesomeList(
    {
      title: words.awesome(siteTitle(context.site, language)),
      intro: words.awesomeText,
      terms: words.terms(publisher.name, licence?.name),
    },
    projects,
  );
  return textAnswer(text, 'text/markdown; charset=utf-8', headers(language));
}

/** `/-/code/awesome.json`: the same for programs. */
export async function awesomeJson(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const projects = await recommended(context);
  if (!projects) return await missingPage(context, language);
  const all = projects.map(({ url, name, description, added, tested, record }) => ({
    url,
    name,
    description,
    added: added ?? null,
    latestTestedInstallationDate: tested ?? null,
    license: record?.spdx_id ?? record?.license ?? null,
    topics: record?.topics ?? [],
  }));
  return textAnswer(`${JSON.stringify(all, null, 2)}\n`, 'application/json', headers(language));
}

function headers(language: string) {
  return { 'access-control-allow-origin': '*', 'content-language': language };
}
