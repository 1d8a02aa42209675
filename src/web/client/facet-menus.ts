/** The choices of a column close when the reader goes elsewhere, or by the Escape key. */
export function closeFacetMenus(): void {
  const close = (but?: Element | null) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('.facet[open], .subscribe[open]'))
      if (menu !== but) menu.open = false;
  };
  document.addEventListener('click', ({ target }) => close((target as Element).closest('details')));
  document.addEventListener('keydown', ({ key, target }) => {
    const menu = (target as Element).closest<HTMLDetailsElement>('.facet[open], .subscribe[open]');
    if (key !== 'Escape' || !menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
