import type { ForgeKind } from '../../accounts/forge-kind.ts';
import type { Connector } from './connector.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';

/** How forges of each kind are asked; those of other kinds are not, yet. */
export const CONNECTORS: { readonly [K in ForgeKind]?: Connector } = {
  github,
  gitlab,
  gitea,
  forgejo: gitea,
};
