/** While the wiki is being read, follows its progress, and loads the page once it can be. */
export function followPreparation(): void {
  const page = document.querySelector<HTMLElement>('.preparing-page');
  if (!page) return;
  const ask = async () => {
    const answer = await fetch(location.href).catch(() => undefined);
    if (answer && answer.status !== 503) {
      location.reload();
      return;
    }
    if (answer) {
      const news = new DOMParser()
        .parseFromString(await answer.text(), 'text/html')
        .querySelector('.progress');
      if (news) page.querySelector('.progress')?.replaceWith(news);
    }
    setTimeout(ask, delay);
  };
  const delay = Number(page.dataset.refresh) * 1000;
  setTimeout(ask, delay);
}
