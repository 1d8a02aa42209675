import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import type { OpenIdSettings } from '../../config/openid.ts';
import { boundedFetch } from './bounded-fetch.ts';

/** How far its clock and ours may differ. */
const CLOCK_TOLERANCE_SECONDS = 60;

const TIMEOUT_SECONDS = 8;

/** How long what it says of itself is believed. */
const KNOWN_MS = 3_600_000;

/** An OpenID provider, which nobody asks anything before somebody signs in by it. */
export class OpenIdProvider {
  readonly settings: OpenIdSettings;
  readonly #timeoutSeconds: number;
  #known: { readonly configuration: Configuration; readonly at: number } | undefined;
  #asking: Promise<Configuration> | undefined;

  constructor(settings: OpenIdSettings, { timeoutSeconds = TIMEOUT_SECONDS } = {}) {
    this.settings = settings;
    this.#timeoutSeconds = timeoutSeconds;
  }

  /**
   * What it says of itself (OpenID Connect Discovery 1.0, 4): asked for once an hour, by one request for all who wait. Rejects
   * when it cannot be had and never could.
   */
  async configuration(): Promise<Configuration> {
    const known = this.#known;
    if (known && performance.now() - known.at < KNOWN_MS) return known.configuration;
    this.#asking ??= this.#discover().finally(() => {
      this.#asking = undefined;
    });
    if (!known) return await this.#asking;
    return await this.#asking.catch(() => known.configuration);
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId } = this.settings;
    const configuration = await discovery(
      new URL(issuer),
      clientId,
      { [clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      this.#clientAuth(),
      {
        [customFetch]: boundedFetch,
        timeout: this.#timeoutSeconds,
        // Signatures are verified though the connection is encrypted.
        execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
      },
    );
    this.#known = { configuration, at: performance.now() };
    return configuration;
  }

  #clientAuth() {
    const { clientSecret, clientAuth } = this.settings;
    if (clientSecret === undefined) return None();
    return clientAuth === 'basic' ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
  }
}
