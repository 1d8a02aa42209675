import { pageOfAddress } from '../../store/pages.ts';
import { dataKind } from '../../wiki/data-addresses.ts';
import { findAddress } from '../../wiki/find-address.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import { percentDecode } from '../../wiki/targets.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { movedTo } from './moved-to.ts';
import { problemAnswer } from './problem.ts';

/** What became of a file that a program asks for: where it went, when it was deleted, or that nobody knows it. */
export async function absentFile(
  context: Context,
  path: string,
  kind: 'page' | 'table' | 'calendar',
  addressOf: (path: string) => string,
): Promise<Answer> {
  const { ask, site } = context;
  const found = await findAddress(ask, `/${path}`, site);
  if (found.kind === 'gone') {
    const { path: last, commit } = found.deletion;
    return problemAnswer(410, {
      detail: `${last} was deleted on ${siteDates(site)(commit.committer_time).slice(0, 10)}.`,
    });
  }
  const address = found.kind === 'moved' ? percentDecode(found.to) : undefined;
  const page =
    found.kind === 'page'
      ? found.page
      : address === undefined
        ? undefined
        : await ask(pageOfAddress, address);
  const data = address?.replace(/^\/(?:-\/(?:table|calendar)\/)?/, '');
  const today =
    kind === 'page' ? page?.path : data !== undefined && dataKind(data) === kind ? data : undefined;
  if (today === undefined || today === path)
    return problemAnswer(404, {
      detail: `The wiki has no ${kind} at this path. Name the path of a file in the repository, as lists do.`,
    });
  return movedTo(context, addressOf(today));
}
