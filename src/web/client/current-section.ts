/** Marks, in the table of contents, the section being read with `aria-current`. */
export function markCurrentSection(): void {
  const list = document.querySelector<HTMLElement>('.contents-list');
  if (!list) return;
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const headings = [...links.keys()];
  const passed = new Set<Element>();
  let current: HTMLAnchorElement | undefined;

  const mark = () => {
    const heading = headings.findLast((candidate) => passed.has(candidate)) ?? headings[0];
    const link = heading && links.get(heading);
    if (!link || link === current) return;
    current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'location');
    current = link;
    keepInView(list, link);
  };

  // Passed: above the line at a fifth of the window, however far, so that a jump over many sections is seen too.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      mark();
    },
    { rootMargin: '9999999px 0px -80% 0px' },
  );
  for (const heading of headings) observer.observe(heading);
}

/** Scrolls a long table of contents, never the page, so that `link` shows. */
function keepInView(list: HTMLElement, link: HTMLElement): void {
  const frame = list.getBoundingClientRect();
  const box = link.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) {
    list.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
