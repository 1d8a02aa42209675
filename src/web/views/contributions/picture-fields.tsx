import type { UploadFault } from '../../../contributions/uploads.ts';
import type { Messages } from '../../messages/messages.ts';
import { Field } from './who-form.tsx';

/** A picture or a document to put in the text. */
export function PictureFields({
  messages,
  fault,
}: {
  readonly messages: Messages;
  readonly fault?: UploadFault;
}) {
  const words = messages.contribution;
  return (
    <details class="edit-remove" data-edit-picture open={fault !== undefined}>
      <summary>{words.putPicture}</summary>
      {fault && (
        <p class="mail-wrong" role="alert">
          {words.uploadFaults[fault]}
        </p>
      )}
      <div class="mail-field">
        <label for="edit-picture">{words.addFile}</label>
        <p class="mail-help" id="edit-picture-help">
          {words.putPictureHelp}
        </p>
        <input
          id="edit-picture"
          type="file"
          name="picture"
          accept=".png,.jpg,.jpeg,.gif,.webp,.svg,.pdf"
          aria-describedby="edit-picture-help"
        />
      </div>
      <Field
        id="edit-picture-words"
        name="picture-words"
        label={words.pictureWords}
        help={words.pictureWordsHelp}
        value=""
        maxlength={300}
      />
      <input type="hidden" name="at" value="" />
      <button type="submit" class="button" name="do" value="picture" formenctype="multipart/form-data">
        {words.putPictureButton}
      </button>
    </details>
  );
}
