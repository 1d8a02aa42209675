/** Characters of an entry, and of all those of a feed: readers fetch a feed again and again. */
const MAX_ENTRY = 200_000;
const MAX_FEED = 1_500_000;

/** How much more a feed may hold. */
export interface Room {
  left: number;
}

export function roomOfFeed(): Room {
  return { left: MAX_FEED };
}

/** What was made if there is room for it, else what stands for it; nothing is made when there is no room left. */
export async function within(room: Room, make: () => Promise<string>, otherwise: string): Promise<string> {
  const html = room.left > 0 ? await make() : otherwise;
  const kept = html.length <= Math.min(room.left, MAX_ENTRY) ? html : otherwise;
  room.left -= kept.length;
  return kept;
}
