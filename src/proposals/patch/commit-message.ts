/**
 * The message of the commit that `git am` makes from a subject and what a mail says: an empty line between the two, and
 * cleaned as git-stripspace(1) does.
 */
export function commitMessage(subject: string, body: string): string {
  return stripSpace(`${subject}\n\n${body}`);
}

/** Without spaces at ends of lines, empty lines around it and more than one between: each line ends in LF. */
export function stripSpace(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\r\v\f]+$/, ''));
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  while (kept[0] === '') kept.shift();
  while (kept.at(-1) === '') kept.pop();
  return kept.length === 0 ? '' : `${kept.join('\n')}\n`;
}
