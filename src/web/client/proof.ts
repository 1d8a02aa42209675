/** Hashes that are asked for at once: fewer wait for one another, more keep the page from answering. */
const BATCH = 128;

/** Does the work that a form asks for, says how far it is, and sends the form. Where hashes cannot be made, its button is left. */
export async function proveWork(form: HTMLFormElement): Promise<void> {
  const { proof: challenge = '', began = '', half = '', done = '' } = form.dataset;
  const parts = Number(form.dataset.parts);
  const bits = Number(form.dataset.bits);
  const work = form.querySelector<HTMLElement>('[data-proof-work]');
  const progress = work?.querySelector('progress');
  const status = work?.querySelector('[role="status"]');
  // Browsers have it on encrypted connections alone.
  if (!work || !progress || !status || !globalThis.crypto?.subtle) return;
  work.hidden = false;
  status.textContent = began;
  const numbers: number[] = [];
  for (let part = 0; part < parts; part++) {
    numbers.push(await numberOf(`${challenge}:${part}:`, bits));
    progress.value = part + 1;
    if (part + 1 === Math.ceil(parts / 2)) status.textContent = half;
  }
  status.textContent = done;
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: 'proof', value: `${challenge}:${numbers.join(',')}` });
  form.append(field);
  form.submit();
}

/** The first number that makes a hash begin with so many zero bits. */
async function numberOf(stem: string, bits: number): Promise<number> {
  const encoder = new TextEncoder();
  for (let from = 0; ; from += BATCH) {
    const digests = await Promise.all(
      Array.from({ length: BATCH }, (_, at) =>
        crypto.subtle.digest('SHA-256', encoder.encode(`${stem}${from + at}`)),
      ),
    );
    const found = digests.findIndex((digest) => new DataView(digest).getUint32(0) >>> (32 - bits) === 0);
    if (found !== -1) return from + found;
  }
}
