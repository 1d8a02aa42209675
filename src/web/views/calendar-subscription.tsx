import type { Messages } from '../messages/messages.ts';

export interface SubscriptionProps {
  /** `webcal:` address. */
  readonly webcal: string;
  /** The same by `https:`, to copy. */
  readonly address: string;
  /** The file to download. */
  readonly downloadHref: string;
}

/** Ways to keep the calendar in one's own software. */
export function Subscription(props: SubscriptionProps & { readonly messages: Messages }) {
  const words = props.messages.calendar;
  return (
    <div class="subscription">
      <details class="subscribe">
        <summary class="button">{words.subscribe}</summary>
        <div class="subscribe-panel">
          <p>{words.subscribeHelp}</p>
          <p>
            <a href={props.webcal}>{words.openInSoftware}</a>
          </p>
          <p class="address-label">{words.address}</p>
          <pre class="copyable">
            <code>{props.address}</code>
          </pre>
        </div>
      </details>
      <a class="button" href={props.downloadHref} download>
        {words.download}
      </a>
    </div>
  );
}
