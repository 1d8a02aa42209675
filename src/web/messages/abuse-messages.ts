import type { NotBlocked } from '../../members/block.ts';
import type { BlockKind } from '../../store/abuse-tables.ts';

/** Words of what keeps abuse away. */
export interface AbuseMessages {
  readonly abuse: {
    readonly proofTitle: string;
    readonly proofIntro: string;
    readonly proofLabel: string;
    readonly proofBegan: string;
    readonly proofHalf: string;
    readonly proofDone: string;
    readonly proofNone: string;
    readonly proofNoneButton: string;
    readonly notTaken: string;
    readonly notTakenText: string;
    readonly blockedTitle: string;
    readonly blockedIntro: string;
    readonly blockedNone: string;
    readonly blockedAdd: string;
    readonly blockedKind: string;
    readonly blockedWhat: string;
    readonly blockedWhatHelp: string;
    readonly blockedReason: string;
    readonly blockedEnds: string;
    readonly blockedUntil: string;
    readonly blockedForGood: string;
    readonly blockedRemove: string;
    readonly undoTitle: string;
    readonly undoIntro: string;
    readonly undoAddress: string;
    readonly undoShow: string;
    readonly undoWrong: string;
    readonly undoNothing: string;
    readonly undoAbove: string;
    readonly undoForged: string;
    readonly undoProposals: string;
    readonly undoHeld: string;
    readonly undoUnsent: string;
    readonly undoCommits: string;
    /** Of a commit: the files at fault. */
    readonly undoLeftOut: (paths: readonly string[]) => string;
    readonly undoOlder: string;
    readonly undoChoose: string;
    readonly undoMerge: string;
    readonly undoFiles: string;
    readonly undoReason: string;
    readonly undoBlock: string;
    readonly undoSure: string;
    readonly undoNotSure: string;
    readonly undoButton: string;
    readonly undoChanged: string;
    readonly undoFailed: string;
    readonly undoDone: string;
    readonly undoNotBlocked: string;
    readonly undoRole: (role: string) => string;
    readonly undoMore: (count: number) => string;
    readonly undoDoneText: (address: string) => string;
    readonly undoSubject: (count: number) => string;
    readonly blockedKinds: Readonly<Record<BlockKind, string>>;
    readonly blockedFaults: Readonly<Record<NotBlocked | 'day', string>>;
  };
}
