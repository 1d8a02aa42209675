const SHOWN_FOR_MS = 2000;

/** Gives each block of code and address to copy a button that copies its text. */
export function addCopyButtons(): void {
  if (!navigator.clipboard) return;
  const { copy = '', copied = '', copyFailed = '' } = document.body.dataset;
  for (const code of document.querySelectorAll('.prose pre > code, pre.copyable > code')) {
    const block = code.parentElement as HTMLElement;
    if (block.closest('.diagram')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      button.textContent = await navigator.clipboard.writeText(code.textContent ?? '').then(
        () => copied,
        () => copyFailed,
      );
      setTimeout(() => {
        button.textContent = copy;
      }, SHOWN_FOR_MS);
    });
    const frame = document.createElement('div');
    frame.className = 'code-frame';
    block.replaceWith(frame);
    frame.append(block, button);
  }
}
