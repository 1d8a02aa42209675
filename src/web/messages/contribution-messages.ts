import type { UploadFault } from '../../contributions/uploads.ts';
import type { ChangeFault } from '../../wiki/calendars/edit-event.ts';
import type { MoveFault } from '../../wiki/move-page.ts';

/** Words of the pages on which the wiki is changed. */
export interface ContributionMessages {
  readonly contribution: {
    readonly editTitle: (title: string) => string;
    readonly newTitle: (path: string) => string;
    readonly intro: string;
    readonly byMail: string;
    readonly text: string;
    readonly textHelp: string;
    readonly preview: string;
    readonly previewTitle: string;
    readonly goOn: string;
    readonly changes: string;
    readonly nothingChanged: string;
    readonly who: string;
    readonly name: string;
    readonly address: string;
    readonly addressHelp: string;
    readonly reason: string;
    readonly reasonHelp: string;
    readonly send: string;
    readonly sendVersion: string;
    readonly remove: string;
    readonly removeHelp: string;
    readonly removeButton: string;
    readonly leaveEmpty: string;
    readonly wrong: string;
    readonly wrongs: Readonly<Record<ContributionFault, string>>;
    readonly merged: string;
    readonly conflict: string;
    readonly conflictYours: string;
    readonly findings: string;
    readonly notEditable: string;
    readonly notEditableText: string;
    readonly checkMail: string;
    readonly checkMailText: (address: string) => string;
    readonly checkMailNext: string;
    readonly confirm: string;
    readonly titles: Readonly<Record<'draft' | 'asked' | 'sent' | 'forgotten', string>>;
    readonly heldTitle: string;
    readonly onItsWay: string;
    readonly seeProposal: (number: number) => string;
    readonly improve: string;
    readonly withdraw: string;
    readonly withdrawHelp: string;
    readonly withdrawnTitle: string;
    readonly withdrawnText: string;
    readonly gone: string;
    readonly goneText: string;
    readonly backToPage: string;
    readonly draftKept: string;
    readonly draftRestore: string;
    readonly draftForget: string;
    readonly signedInAs: (address: string) => string;
    readonly publish: string;
    readonly keep: string;
    readonly more: string;
    readonly edit: string;
    readonly drop: string;
    readonly forget: string;
    readonly stage: Readonly<Record<'draft' | 'asked' | 'sent' | 'held' | 'forgotten', string>>;
    readonly sendAgain: string;
    readonly sendAll: string;
    readonly fileKind: Readonly<Record<'added' | 'changed' | 'deleted', string>>;
    readonly filesConflict: string;
    readonly fileConflict: string;
    /** Why it is not published: a file that its author may not write. */
    readonly outside: (path: string) => string;
    readonly notPublished: Readonly<Record<'moved' | 'dirty' | 'elsewhere' | 'refused' | 'away', string>>;
    readonly addTitle: string;
    readonly addPage: string;
    readonly addPageHelp: string;
    readonly addPageButton: string;
    readonly addFile: string;
    readonly addFileHelp: string;
    readonly addFolder: string;
    readonly addFileButton: string;
    readonly notAdded: string;
    readonly backToChange: string;
    readonly noSuchPage: string;
    readonly uploadFaults: Readonly<Record<UploadFault, string>>;
    readonly tableRows: string;
    readonly tableHelp: string;
    readonly removeRow: string;
    readonly removeLine: (line: number) => string;
    readonly newRow: string;
    /** How one goes through the cells by keys, where a script runs. */
    readonly gridHelp: string;
    readonly addRow: string;
    readonly rowAdded: string;
    readonly requiredCell: string;
    readonly otherForm: Readonly<Record<'text' | 'form', string>>;
    readonly event: {
      readonly legend: string;
      readonly summary: string;
      readonly date: string;
      readonly from: string;
      readonly to: string;
      readonly lastDate: string;
      readonly timesHelp: string;
      readonly location: string;
      readonly url: string;
      readonly description: string;
      readonly repeats: string;
      readonly repeated: Readonly<Record<'no' | 'weekly' | 'monthly' | 'other', string>>;
      readonly faults: Readonly<Record<ChangeFault, string>>;
      readonly changeLegend: string;
      /** Of those that may be changed. */
      readonly list: (count: number) => string;
      readonly change: string;
      readonly changeOf: (title: string) => string;
      readonly remove: string;
      readonly removeOf: (title: string) => string;
      readonly none: string;
    };
    readonly move: string;
    readonly moveTo: string;
    readonly moveHelp: string;
    readonly moveButton: string;
    readonly moveFaults: Readonly<Record<MoveFault, string>>;
    readonly original: (language: string) => string;
    readonly useFile: string;
    readonly putPicture: string;
    readonly putPictureHelp: string;
    readonly pictureWords: string;
    readonly pictureWordsHelp: string;
    readonly putPictureButton: string;
    /** Of the script that edits texts. */
    readonly editor: Readonly<Record<EditorWord, string>> & {
      /** What its own search says, by what it says in English. */
      readonly phrases: Readonly<Record<string, string>>;
    };
  };
}

/** A word of the script that edits texts. */
type EditorWord =
  | 'tools'
  | 'bold'
  | 'italic'
  | 'heading'
  | 'list'
  | 'quote'
  | 'link'
  | 'table'
  | 'picture'
  | 'plain'
  | 'rich'
  | 'linkWords'
  | 'linkAddress'
  | 'linkHelp'
  | 'columns'
  | 'rows'
  | 'column'
  | 'insert'
  | 'cancel';

/** What keeps a change from being sent. */
export type ContributionFault = 'name' | 'address' | 'reason' | 'same' | 'large' | 'data';
