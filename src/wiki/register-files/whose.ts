import type { Account, Belonging, Forge } from './accounts-file.ts';

/** Says whose a repository or an account is, by its address (`gitlab.com/exemple/outil`); undefined when nobody's. */
export type Whose = (address: string) => Belonging | undefined;

/** The account that an address is under, the innermost group first, else the forge where all of it is an organisation's. */
export function whose(forges: readonly Forge[]): Whose {
  const accounts = new Map<string, Account>();
  const whole = new Map<string, Forge>();
  for (const forge of forges) {
    if (!forge.accounts) whole.set(forge.host, forge);
    for (const account of forge.accounts ?? [])
      accounts.set(`${forge.host}/${account.login.toLowerCase()}`, account);
  }
  return (address) => {
    for (let at = address; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
      const account = accounts.get(at);
      if (account) return account;
    }
    return whole.get(address.split('/', 1)[0] as string);
  };
}
