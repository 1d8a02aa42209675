import { type Random, randomFrom } from './random.ts';

export interface Article {
  readonly number: number;
  readonly lang: 'fr' | 'en';
  /** Which version of the text: each differs from the others by one paragraph. */
  readonly revision: number;
  /** The link to the page that a random number stands for. */
  readonly link: (seed: number) => string;
}

const words = {
  fr: `de la le et les des en un une pour dans que sur par est avec qui du au plus ne ce logiciel code source
    libre service public agent ministère commune licence dépôt version projet contribution équipe mise ligne
    guide données ouvert réutilisation marché outil numérique sécurité besoin usage poste serveur messagerie
    bureautique navigateur système base archive communauté mainteneur correction publication développement
    accessibilité qualité budget prestation accompagnement formation réunion rapport calendrier politique
    gouvernance référent catalogue souveraineté interopérabilité standard format document fichier traduction
    relecture branche fusion ticket anomalie test intégration déploiement exploitation supervision sauvegarde`,
  en: `the of and to a in for is on that with by this it as are be from or software code source free public
    service agency ministry town licence repository version project contribution team release online guide data
    open reuse procurement tool digital security need use desktop server mail office browser system database
    archive community maintainer fix publication development accessibility quality budget support training
    meeting report calendar policy governance officer catalogue sovereignty interoperability standard format
    document file translation review branch merge ticket bug test integration deployment operation monitoring
    backup`,
};
const vocabulary = { fr: words.fr.split(/\s+/), en: words.en.split(/\s+/) };

/** A page as an office writes them: front matter, sections, links, and now and then a table, a list, code. */
export function article({ number, lang, revision, link }: Article): string {
  const random = randomFrom(number * 2 + (lang === 'en' ? 1 : 0));
  const blocks = [`---\ntitle: ${title(random, lang)} ${number}\n---`, `# ${title(random, lang)} ${number}`];
  const sections = 5 + random.below(4);
  for (let index = 0; index < sections; index += 1) {
    blocks.push(`## ${title(random, lang)}`, paragraph(random, lang, link), paragraph(random, lang, link));
    const kind = random.below(6);
    if (kind === 0) blocks.push(table(random, lang));
    if (kind === 1) blocks.push(list(random, lang));
    if (kind === 2) blocks.push(code(random));
  }
  if (revision > 0) blocks.push(`${paragraph(randomFrom(revision), lang, link)} (${revision})`);
  return `${blocks.join('\n\n')}\n`;
}

function sentence(random: Random, lang: 'fr' | 'en', length: number): string {
  const text = Array.from({ length }, () => random.word(vocabulary[lang])).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const title = (random: Random, lang: 'fr' | 'en'): string => sentence(random, lang, 3 + random.below(3));

function paragraph(random: Random, lang: 'fr' | 'en', link: Article['link']): string {
  const sentences = Array.from({ length: 3 + random.below(3) }, () =>
    sentence(random, lang, 8 + random.below(10)),
  );
  const linked = `[${sentence(random, lang, 2)}](${link(random.below(2 ** 30))})`;
  return `${sentences.join('. ')}, ${random.below(2) ? linked : `**${sentence(random, lang, 2)}**`}.`;
}

function table(random: Random, lang: 'fr' | 'en'): string {
  const row = () => `| ${[2, 3, 1].map((length) => sentence(random, lang, length)).join(' | ')} |`;
  return [row(), '| --- | --- | ---: |', ...Array.from({ length: 5 }, row)].join('\n');
}

function list(random: Random, lang: 'fr' | 'en'): string {
  return Array.from({ length: 5 }, () => `- ${sentence(random, lang, 6)}`).join('\n');
}

function code(random: Random): string {
  const number = random.below(1000);
  return [
    '```sh',
    `git clone https://forge.example/projet-${number}`,
    `cd projet-${number}`,
    'make test',
    '```',
  ].join('\n');
}
