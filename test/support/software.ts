import { updateSoftware } from '../../src/register/software/catalogue.ts';
import type { Wiki } from '../../src/wiki/wiki.ts';
import { type Files, type Repository, repository } from './git.ts';
import { type ServedOptions, served } from './served.ts';

/** A wiki with a catalogue, as a small office may have it. */
export const SOFTWARE_FILES = {
  'index.md': '# Accueil',
  'index.en.md': '# Home',
  'greffe.yml': `languages: [fr, en]
software:
  table: liste.csv
  columns: { id: Identifiant, name: Logiciel, critical: Critique, category: Catégorie }
  sheets: fiches/
  studies: etudes/
  trainings: formations.yml
  attributes:
    hosted: { kind: flag, label: { fr: Hébergé, en: Hosted }, filter: true }
  contracts:
    support:
      title: { fr: Marché de support, en: Support contract }
      page: marche.md
      from: 2024-01-01
      until: 2024-12-31
      beneficiaries: beneficiaires.csv
      contributions: contributions.csv
`,
  'liste.csv': `Identifiant,Logiciel,Critique,Catégorie
1,Git,Oui,Développement
2,GLPI <b>,Non,Administration
3,日本語入力,Non,Bureautique
`,
  'fiches/git.md': `---
title: Git
software: 1
licence: GPL-2.0-only
repository: https://github.com/git/git
homepage: https://git-scm.example
since: 2020-05
status: recommended
systems: [Linux, Windows]
similar: [{ name: GLPI <b>, free: true }, { name: Perforce, free: false }]
instances: [{ url: https://git.morvaine.example, audience: Les agents }]
attributes: { hosted: false }
---

Suit les versions des textes.
`,
  'fiches/git.en.md': '---\ntitle: Git\n---\n\nTracks versions of texts.\n',
  'fiches/svn.md': `---
title: Subversion
withdrawn: { on: 2024-02-01, why: Remplacé par <i>Git</i>, lastVersion: "1.14" }
---

Un ancien.
`,
  'etudes/git.md': '---\ntitle: Étude de Git\nsoftware: [Git, 3]\ndate: 2024-03-01\n---\n\nBien.\n',
  'marche.md': '# Le marché\n\nIl couvre [Git](fiches/git.md).\n',
  'beneficiaires.csv': 'Organisme\nMorvaine\nValdoré\n',
  'contributions.csv': 'Logiciel,Contribution,Lien,Date\nGit,Un correctif,https://git.example/1,2024-04-01\n',
  'formations.yml':
    '- organisme: École\n  formations: [Débuter avec Git]\n  site_web: https://ecole.example\n',
};

export async function catalogue(wiki: Wiki): Promise<boolean> {
  const site = await wiki.site();
  if (!site) throw new Error('There is no index yet');
  return await updateSoftware({ database: wiki.database, objects: wiki.objects, site });
}

/** Serves a wiki with a catalogue; `push` commits to it and brings both indexes up to date. */
export async function servedSoftware(
  files: Readonly<Record<string, string>> | Repository = SOFTWARE_FILES,
  options: ServedOptions = {},
) {
  const wiki = 'git' in files ? (files as Repository) : await repository(files as Files);
  const site = await served(wiki, options);
  await catalogue(site.wiki);
  await site.wiki.update();
  return {
    ...site,
    repository: wiki,
    async push(message: string, changes: Files) {
      const commit = await wiki.commit(message, changes);
      await site.wiki.update();
      await catalogue(site.wiki);
      await site.wiki.update();
      return commit;
    },
    /** The names that a search lists, in order. */
    async names(query = '') {
      return [
        ...(await site.get(encodeURI(`/-/software?${query}`))).text.matchAll(
          /<h2><a href="[^"]*"[^>]*>([^<]*)<\/a>/g,
        ),
      ].map(([, name]) => name);
    },
  };
}
