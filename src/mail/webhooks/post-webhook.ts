import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Webhook } from '../../config/webhooks.ts';
import { isPublicAddress, publicLookup } from '../../wiki/checks/external/public-address.ts';

const TIMEOUT_MS = 15_000;

/** The signature of an event (Standard Webhooks 1.0): of its id, when it is sent (seconds since 1970) and its body. */
export function webhookSignature(secret: Buffer, id: string, timestamp: number, body: string): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/**
 * Tells a webhook of an event; gives its status. Follows no redirection, reads no answer, and asks no private network
 * unless the operator said so. Throws what the network says.
 */
export function postWebhook(
  { url, secret, isPrivate }: Pick<Webhook, 'url' | 'secret' | 'isPrivate'>,
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: number },
): Promise<number> {
  const address = new URL(url);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (!isPrivate && isIP(host) !== 0 && !isPublicAddress(host))
    return Promise.reject(new Error('the address is not public'));
  const send = address.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = send(
      address,
      {
        method: 'POST',
        agent: false,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Greffe-Webhooks',
          'webhook-id': id,
          'webhook-timestamp': now,
          'webhook-signature': webhookSignature(secret, id, now, body),
        },
        ...(isPrivate ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        clearTimeout(timer);
        resolve(answer.statusCode ?? 0);
        asked.destroy();
      },
    );
    const timer = setTimeout(() => asked.destroy(new Error('no answer in 15 seconds')), TIMEOUT_MS);
    asked.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    asked.on('close', () => {
      clearTimeout(timer);
      reject(new Error('the connection was closed'));
    });
    asked.end(body);
  });
}
