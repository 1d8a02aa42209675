import { pagesOfAddresses, pagesTitled, repeatedAddresses, repeatedTitles } from '../../store/pages.ts';
import type { CheckRun } from './check-run.ts';
import type { Presence } from './presence.ts';
import { duplicateAddresses, duplicateTitles } from './rules/names.ts';

/** Looks again at the titles and addresses that these files have, or had. */
export async function checkNames(
  run: CheckRun,
  touched: readonly string[],
  before?: Presence,
  after?: Presence,
): Promise<void> {
  const { writer } = run;
  const pages = [...(before?.files.values() ?? []), ...(after?.files.values() ?? [])].flatMap(
    ({ page }) => page ?? [],
  );
  const titles = after ? [...new Set(pages.map(({ title }) => title))] : await repeatedTitles(writer);
  const titled = await pagesTitled(writer, titles);
  const concerned = (paths: readonly { readonly path: string }[]) => [
    ...new Set([...touched, ...paths.map(({ path }) => path)]),
  ];
  await run.replace('title', concerned(titled), await duplicateTitles(run, titled));

  const addresses = after
    ? [...new Set(pages.map(({ address }) => address))]
    : await repeatedAddresses(writer);
  const addressed = await pagesOfAddresses(writer, addresses);
  await run.replace('address', concerned(addressed), await duplicateAddresses(run, addressed));
}
