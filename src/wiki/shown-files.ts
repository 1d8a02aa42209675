import type { Directive, Reference } from '../markdown/document.ts';

/** What each directive that shows files or pages names: it is linked to as by a link. */
const NAMES: Readonly<Record<string, (argument: string) => readonly string[]>> = {
  table: (argument) => [argument],
  calendar: (argument) => argument.split(/\s+/),
  pages: (argument) => [argument],
};

/** The files and folders that a page shows in place, as references to them. */
export function shownFiles(directives: readonly Directive[]): readonly Reference[] {
  return directives.flatMap(({ name, argument, line }) => {
    const targets = Object.hasOwn(NAMES, name) ? NAMES[name]?.(argument) : undefined;
    return (targets ?? [])
      .filter((target) => target !== '')
      .map((target) => ({ kind: 'link' as const, target, text: `{${name}}`, line, inFirstParagraph: false }));
  });
}
