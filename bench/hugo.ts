import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../test/support/git.ts';
import { measured, run } from './process.ts';

const rebuilds = 2;

const settings = `
baseURL = "https://wiki.example/"
defaultContentLanguage = "fr"
disableKinds = ["taxonomy", "term", "RSS"]
[languages.fr]
[languages.en]
`;
const layout = `<!doctype html><html lang="{{ .Lang }}"><head><title>{{ .Title }}</title></head>
<body><main>{{ .TableOfContents }}{{ .Content }}</main></body></html>`;
const listing = `<!doctype html><html lang="{{ .Lang }}"><head><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
</main></body></html>`;

/**
 * The same wiki as a Hugo site with the plainest layout, built once, then built again after one page changed.
 *
 * @returns the milliseconds of each build after a change, both cores at its disposal
 */
export async function hugoRebuild(
  repository: string,
  folder: string,
  page: string,
): Promise<readonly number[]> {
  const { site, content } = await hugoSite(repository, folder);
  const build = () => run(null, ['hugo', '--quiet', '--source', site]);
  await build();
  const found: number[] = [];
  for (let number = 0; number < rebuilds; number += 1) {
    await appendFile(join(content, page), `\nChange ${number}\n`);
    found.push((await build()).time);
  }
  return found;
}

/** The same, built once from nothing: milliseconds, and bytes of memory at most. */
export async function hugoCold(repository: string, folder: string) {
  const { site } = await hugoSite(repository, folder);
  return await measured(['hugo', '--quiet', '--source', site]);
}

async function hugoSite(repository: string, folder: string): Promise<{ site: string; content: string }> {
  const site = join(folder, 'hugo');
  const content = join(site, 'content');
  await mkdir(join(site, 'layouts/_default'), { recursive: true });
  await writeFile(join(site, 'hugo.toml'), settings);
  await writeFile(join(site, 'config.toml'), settings);
  await writeFile(join(site, 'layouts/_default/single.html'), layout);
  await writeFile(join(site, 'layouts/_default/list.html'), listing);
  await git('/', ['clone', '--quiet', repository, content]);
  // To Hugo, an index.md would make one page of everything below it
  await rename(join(content, 'index.md'), join(content, '_index.md'));
  return { site, content };
}
