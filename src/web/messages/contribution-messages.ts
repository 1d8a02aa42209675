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
    readonly mineTitle: string;
    readonly askedText: string;
    readonly confirm: string;
    readonly sentTitle: string;
    readonly sentText: string;
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
  };
}

/** What keeps a change from being sent. */
export type ContributionFault = 'name' | 'address' | 'reason' | 'same' | 'large';
