import type { Answer } from '../answer.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { type OwnPage, ownPage } from '../own-page.tsx';
import type { Link } from '../views/link.ts';
import { CodeSections } from '../views/register/code-sections.tsx';
import { CODE, CODE_LISTS, type CodeList } from './addresses.ts';

/** A page of the register: its path stands for its address. */
export interface RegisterPage extends Omit<OwnPage, 'href' | 'parents'> {
  /** Its address, where its path is not all of it. */
  readonly href?: string;
  /** From the register to it, without the register. */
  readonly parents?: readonly Link[];
  /** Whether search engines are offered it. */
  readonly isOffered?: boolean;
}

/** The answer with such a page, under the links to the parts of the register. */
export async function registerPageAnswer(
  context: Context,
  { href, parents, isOffered = false, content, ...page }: RegisterPage,
): Promise<Answer> {
  const { site, path, origin } = context;
  const messages = messagesOf(context, page.language);
  const own = href ?? ownAddress(site, encodeURI(path), page.language);
  const isRegister = parents === undefined;
  const root = { label: messages.code.title, href: ownAddress(site, CODE, page.language) };
  const sections = [
    { label: messages.code.repositories, href: root.href, isHere: isRegister },
    ...(Object.keys(CODE_LISTS) as CodeList[]).map((name) => ({
      label: messages.codePages.titles[name],
      href: ownAddress(site, CODE_LISTS[name], page.language),
      isHere: path === CODE_LISTS[name],
    })),
  ];
  return await ownPage(context, {
    ...page,
    href: own,
    ...(parents && { parents: [root, ...parents] }),
    ...(isOffered && { canonical: origin + own }),
    content: (
      <>
        <CodeSections messages={messages} sections={sections} />
        {content}
      </>
    ),
  });
}

/** The list that a page is of, as its parent. */
export function listParent({ site }: Pick<Context, 'site'>, language: string, list: CodeList): Link {
  return {
    label: messagesOf({ site }, language).codePages.titles[list],
    href: ownAddress(site, CODE_LISTS[list], language),
  };
}
