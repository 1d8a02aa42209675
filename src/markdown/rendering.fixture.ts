import { parseMarkdown } from './document.ts';
import { type MarkdownLabels, type RenderOptions, renderMarkdown } from './render.ts';

export const labels: MarkdownLabels = {
  alerts: {
    note: 'Note',
    tip: 'Conseil',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
  },
  footnotes: 'Notes',
  footnote: (n) => `Note ${n}`,
  backToReference: (n, occurrence) => `Retour à l’appel ${occurrence} de la note ${n}`,
  taskDone: 'Fait',
  taskToDo: 'À faire',
  headingLink: (heading) => `Lien vers la section « ${heading} »`,
};

/** Renders a source whose links and images stay what they are, unless the test says otherwise. */
export async function rendered(source: string, options: Partial<RenderOptions> = {}) {
  return renderMarkdown(parseMarkdown(source), {
    labels,
    link: (href) => ({ href }),
    image: (src) => ({ src }),
    omitLeadHeading: false,
    ...options,
  });
}

export async function htmlOf(source: string, options: Partial<RenderOptions> = {}): Promise<string> {
  return (await rendered(source, options)).html.trim();
}
