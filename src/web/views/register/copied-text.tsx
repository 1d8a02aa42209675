/** A text that is there to be copied: a button does it where a script runs, a press selects all of it elsewhere. */
export function CopiedText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div class="copied-text">
      <h3>{label}</h3>
      <pre class="copyable" tabindex={0}>
        <code translate="no">{text}</code>
      </pre>
    </div>
  );
}
