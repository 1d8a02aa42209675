import type { RepositoryRecord } from '../../../register/record.ts';
import { codeRepository } from '../../../store/code-addresses.ts';
import { type Answer, FILE_POLICY, textAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf } from '../../context.ts';
import type { CodeFeedFormat } from '../../register/code-feed.ts';
import { publiccodeBadge, publiccodeState } from '../../register/publiccode-badge.ts';
import { publiccodeFeed } from './feeds.ts';

const FORM = /^(.+)\/publiccode\.(svg|xml|atom|json)$/;

/** Where READMEs show it, proxies keep it for so many seconds. */
const KEPT = 300;

/**
 * What is said of the publiccode.yml of a repository below its address: a badge (`…/publiccode.svg`), a feed. Undefined of
 * any other address, and of one that a repository itself has.
 */
export async function aboutPubliccode(context: Context, address: string): Promise<Answer | undefined> {
  const [, repository, form] = FORM.exec(address) ?? [];
  const row = repository === undefined ? undefined : await context.ask(codeRepository, repository);
  if (!row) return undefined;
  if (form !== 'svg') return publiccodeFeed(context, row, form as CodeFeedFormat);
  const language = askedLanguage(context);
  const { says, colour } = publiccodeState(
    JSON.parse(row.record) as RepositoryRecord,
    messagesOf(context, language),
  );
  return textAnswer(publiccodeBadge(says, colour, language), 'image/svg+xml', {
    'content-security-policy': FILE_POLICY,
    'access-control-allow-origin': '*',
    'cache-control': `public, max-age=${KEPT}`,
  });
}
