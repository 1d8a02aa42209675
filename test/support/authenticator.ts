import type { CDPSession, Page } from 'playwright-core';

/** A device with passkeys that Chromium plays (the WebAuthn domain of its DevTools protocol). */
export interface Authenticator {
  /** Whether whoever holds it proves who they are, from now on. */
  verifies(does: boolean): Promise<void>;
  /** Copies its only passkey to a device of another page, its counter as it is now. */
  copyTo(other: Authenticator): Promise<void>;
  /** How many passkeys it has. */
  count(): Promise<number>;
  readonly session: CDPSession;
  readonly id: string;
}

export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId: id } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const credentials = async () =>
    (await session.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials;
  return {
    session,
    id,
    async verifies(isUserVerified) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified });
    },
    async copyTo(other) {
      for (const credential of await credentials())
        await other.session.send('WebAuthn.addCredential', { authenticatorId: other.id, credential });
    },
    count: async () => (await credentials()).length,
  };
}
