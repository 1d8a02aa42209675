/** What is said of a device that gave nothing. */
interface PasskeyWords {
  readonly waiting: string;
  readonly givenUp: string;
  readonly known: string;
  readonly failed: string;
}

/** Shows the forms that use passkeys, where the browser has them. */
export function offerPasskeys(forms: Iterable<HTMLFormElement>): void {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void sendCredential(form);
    });
  }
}

/** Has the device do its part, and sends what it gives with the form. */
async function sendCredential(form: HTMLFormElement): Promise<void> {
  const words = JSON.parse(form.dataset.passkeyWords ?? '{}') as PasskeyWords;
  const status = form.querySelector<HTMLElement>('[role="status"]');
  const button = form.querySelector<HTMLButtonElement>('button');
  const field = form.querySelector<HTMLInputElement>('input[name="credential"]');
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  if (!field || button?.disabled) return;
  if (button) button.disabled = true;
  say(words.waiting);
  try {
    const isNew = form.dataset.passkey === 'create';
    const options = await askOptions(form.dataset.passkeyOptions ?? '');
    field.value = JSON.stringify(toJson(await (isNew ? create(options) : get(options))));
    form.submit();
  } catch (error) {
    say(sentence(words, error));
    if (button) button.disabled = false;
  }
}

function sentence(words: PasskeyWords, error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return words.givenUp;
  return name === 'InvalidStateError' ? words.known : words.failed;
}

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

async function askOptions(address: string): Promise<Options> {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams() });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  return (await answer.json()) as Options;
}

async function create(options: Options): Promise<PublicKeyCredential> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(descriptor),
  };
  return taken(
    await navigator.credentials.create({ publicKey: publicKey as PublicKeyCredentialCreationOptions }),
  );
}

async function get(options: Options): Promise<PublicKeyCredential> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(descriptor),
  };
  return taken(
    await navigator.credentials.get({ publicKey: publicKey as PublicKeyCredentialRequestOptions }),
  );
}

function taken(credential: Credential | null): PublicKeyCredential {
  if (credential instanceof PublicKeyCredential) return credential;
  throw new DOMException('There is no passkey.', 'NotAllowedError');
}

/** What `toJSON` gives, where the browser has it not yet (WebAuthn Level 3, 5.1). */
function toJson(credential: PublicKeyCredential): unknown {
  if ('toJSON' in credential) return credential.toJSON();
  const { id, rawId, type, response } = credential as PublicKeyCredential;
  const made = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const text = (buffer: ArrayBuffer | null | undefined) => (buffer ? base64url(buffer) : undefined);
  return {
    id,
    rawId: base64url(rawId),
    type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: text(made.clientDataJSON),
      attestationObject: text(made.attestationObject),
      transports: made.getTransports?.(),
      authenticatorData: text(made.authenticatorData),
      signature: text(made.signature),
      userHandle: text(made.userHandle),
    },
  };
}

function descriptor({ id, type, transports }: PublicKeyCredentialDescriptorJSON) {
  return { id: bytes(id), type, ...(transports && { transports }) };
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
}

function base64url(buffer: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
