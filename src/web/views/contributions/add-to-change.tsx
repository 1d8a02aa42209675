import type { Messages } from '../../messages/messages.ts';

/** What else a change may hold: another page, a picture or a document. */
export function AddToChange({ messages, action }: { readonly messages: Messages; readonly action: string }) {
  const words = messages.contribution;
  return (
    <section class="contribution-add">
      <h2>{words.addTitle}</h2>
      <form class="contribution-add-form" action={action} method="post">
        <div class="mail-field">
          <label for="add-page">{words.addPage}</label>
          <input id="add-page" name="page" maxlength={1000} required aria-describedby="add-page-help" />
          <p class="mail-help" id="add-page-help">
            {words.addPageHelp}
          </p>
        </div>
        <button type="submit" class="button" name="do" value="page">
          {words.addPageButton}
        </button>
      </form>
      <form class="contribution-add-form" action={action} method="post" enctype="multipart/form-data">
        <div class="mail-field">
          <label for="add-file">{words.addFile}</label>
          <input
            id="add-file"
            type="file"
            name="file"
            required
            accept={ACCEPTED}
            aria-describedby="add-file-help"
          />
          <p class="mail-help" id="add-file-help">
            {words.addFileHelp}
          </p>
        </div>
        <div class="mail-field">
          <label for="add-folder">{words.addFolder}</label>
          <input id="add-folder" name="folder" maxlength={1000} />
        </div>
        <button type="submit" class="button" name="do" value="file">
          {words.addFileButton}
        </button>
      </form>
    </section>
  );
}

/** What the file chooser of a browser offers. */
export const ACCEPTED = '.png,.jpg,.jpeg,.gif,.webp,.svg,.pdf';
