import type { CommandGroup } from './command.ts';
import { archiveRegister } from './register/archive.ts';
import { importCatalogues } from './register/import.ts';

export const register: CommandGroup = {
  name: 'register',
  summary: 'keep the register of source code',
  commands: [importCatalogues, archiveRegister],
};
