/** Opens a row of a table over the page, as the card that its own page shows. */
export function openRowsAsCards(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      '.row-link, .row-dialog .row-links [rel]',
    );
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  });
}

async function open(link: HTMLAnchorElement): Promise<void> {
  const answer = await fetch(link.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const card = page.querySelector('.row-card');
  const name = card?.querySelector('h1');
  if (!card || !name) throw new Error('this page shows no row');
  const title = document.createElement('h2');
  title.id = 'row-dialog-title';
  title.lang = name.lang;
  title.tabIndex = -1;
  title.append(...name.childNodes);
  name.replaceWith(title);
  const dialog = document.querySelector<HTMLDialogElement>('.row-dialog') ?? newDialog(link);
  dialog.querySelector('.row-card')?.remove();
  dialog.prepend(document.importNode(card, true));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('h2')?.focus();
}

function newDialog(link: HTMLAnchorElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'row-dialog';
  dialog.setAttribute('aria-labelledby', 'row-dialog-title');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button close';
  button.textContent = link.closest<HTMLElement>('[data-close]')?.dataset.close ?? '';
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(button);
  document.body.append(dialog);
  return dialog;
}
