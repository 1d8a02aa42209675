/** A button that does something to one of a list. */
export function Small({
  action,
  what,
  id,
  label,
  about = label,
}: {
  readonly action: string;
  readonly what: string;
  readonly id: string;
  readonly label: string;
  /** The same, said so that it is told apart from the others. */
  readonly about?: string;
}) {
  return (
    <form action={action} method="post">
      <input type="hidden" name="id" value={id} />
      <button type="submit" class="button" name="do" value={what} aria-label={about}>
        {label}
      </button>
    </form>
  );
}
