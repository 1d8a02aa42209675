import { foldAddress } from '../mail/mail-address.ts';
import type { DecidersAmong } from '../proposals/deciders.ts';
import { allGrants } from '../store/members.ts';
import { decidingOf, type Held, rolesOf } from './roles.ts';
import { scopeOf } from './scope.ts';

/** Those who decide of proposals by their roles. */
export const decidersAmong: DecidersAmong = (lists) => ({
  async toTell(reader, proposal) {
    const now = seconds();
    const keepers = lists.find(({ name }) => name === proposal.list)?.settings.moderators ?? [];
    const granted = (await allGrants(reader)).filter((grant) => {
      const held: Held = { id: grant.id, role: grant.role, scope: scopeOf(grant), grant };
      return (grant.until === null || grant.until > now) && decidingOf([held], proposal).length > 0;
    });
    const told = new Map<string, string>();
    for (const address of [...keepers, ...granted.map((grant) => grant.address)])
      if (!told.has(foldAddress(address))) told.set(foldAddress(address), address);
    return [...told.values()];
  },
  async may(reader, address, proposal) {
    const settings = Object.fromEntries(lists.map(({ name, settings }) => [name, settings]));
    const held = await rolesOf(reader, address, { lists: settings, now: seconds() });
    return decidingOf(held, proposal).length > 0;
  },
});

const seconds = () => Math.floor(Date.now() / 1000);
