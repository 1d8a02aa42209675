/** `#row=KEY` and `#event=KEY` lead to the row or event; to its own page, when it is not on this one. */
export function followFragments(): void {
  if (!document.querySelector('.table-page, .calendar-page')) return;
  const follow = () => {
    const [, kind = '', key = ''] = /^#(row|event)=(.+)$/.exec(location.hash) ?? [];
    if (!kind || document.getElementById(location.hash.slice(1))) return;
    const decoded = decode(key);
    const id = `${kind}=${encodeURIComponent(decoded)}`;
    if (document.getElementById(id)) {
      location.replace(`#${id}`);
      return;
    }
    const query = new URLSearchParams(location.search);
    const language = query.get('lang');
    location.replace(
      `${location.pathname}?${new URLSearchParams({ [kind]: decoded, ...(language && { lang: language }) })}`,
    );
  };
  addEventListener('hashchange', follow);
  follow();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
