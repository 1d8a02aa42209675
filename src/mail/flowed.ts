/** Unfolds a text of format=flowed (RFC 3676, 4): each paragraph on one line, after the `>` of what it quotes. */
export function unfold(text: string, deletesSpace: boolean): string {
  const lines: string[] = [];
  let depth = -1;
  for (const line of text.split('\n')) {
    const marks = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(marks).replace(/^ /, '');
    const isSignature = content === '-- ';
    const last = lines.length - 1;
    if (depth === marks && !isSignature) lines[last] += content;
    else lines.push(marks === 0 ? content : `${'>'.repeat(marks)} ${content}`);
    const isFlowed = content.endsWith(' ') && !isSignature;
    depth = isFlowed ? marks : -1;
    if (isFlowed && deletesSpace) lines[lines.length - 1] = (lines.at(-1) as string).slice(0, -1);
  }
  return lines.join('\n');
}
