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
  };
}
