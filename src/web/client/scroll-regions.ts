/** What is wider than its box becomes a named group the keyboard can scroll; a table that fits keeps its head in sight. */
export function watchScrollRegions(): void {
  const { table = '', code = '' } = document.body.dataset;
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target as HTMLElement);
  });
  const update = (box: HTMLElement) => {
    const overflows = box.scrollWidth > box.clientWidth + 1;
    box.classList.toggle('fits', !overflows);
    if (overflows) {
      box.tabIndex = 0;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', box.matches('pre') ? code : nameOf(box, table));
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    }
  };
  for (const box of document.querySelectorAll('.table-scroll, .prose pre, .mail-fixed'))
    observer.observe(box);
}

/** The table's caption or the heading it stands under tells it from the others. */
function nameOf(box: HTMLElement, fallback: string): string {
  const caption = box.querySelector('caption')?.textContent;
  const id = box.querySelector('table')?.getAttribute('aria-labelledby');
  return caption || (id && document.getElementById(id)?.textContent) || fallback;
}
