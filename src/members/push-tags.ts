import { makeTag, type TagFault } from '../git/make-tag.ts';
import type { PushCommand } from '../git/push-request.ts';
import type { PushResult } from '../git/receive-pack.ts';
import type { Workshop } from '../git/workshop.ts';

/** Tags of one push. */
export const MAX_TAGS = 100;

// In the language of Git's own words, among which they are shown.
const TAG_FAULTS: Readonly<Record<TagFault, string>> = {
  name: 'a name that not every computer can have: rename it',
  deletion: 'nothing is deleted by a push',
  taken: 'the tag is there, and elsewhere: give another name',
  'not-a-commit': 'a tag is of a commit',
  'not-on-the-branch': 'a tag is of a commit of the branch: push that first',
  'too-large': 'a tag says 64 kB at most',
};

/** Makes the tags of a push, each by itself, of commits that `on` comes from. */
export async function takeTags(
  quarantine: Workshop,
  tags: readonly PushCommand[],
  on: string,
): Promise<PushResult[]> {
  const results: PushResult[] = [];
  for (const tag of tags) {
    const fault = await makeTag(quarantine, tag, on);
    results.push({ ref: tag.ref, ...(fault && { refusal: TAG_FAULTS[fault] }) });
  }
  return results;
}
