import type { ForgeKind } from '../../../wiki/register-files/forge-kind.ts';
import type { ForgeClient } from '../forge-client.ts';
import { bitbucket } from './bitbucket.ts';
import type { Connector } from './connector.ts';
import { ecosystems } from './ecosystems.ts';
import { git } from './git.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { gogs } from './gogs.ts';
import { sourcehut } from './sourcehut.ts';

const CONNECTORS: Readonly<Record<ForgeKind, Connector>> = {
  github,
  gitlab,
  gitea,
  forgejo: gitea,
  gogs,
  sourcehut,
  bitbucket,
  git,
};

/** How a forge is asked: as its kind is, or through ecosyste.ms where the operator said so. */
export function connectorOf(client: ForgeClient, host: string, kind: ForgeKind): Connector {
  return client.throughOf(host) === undefined ? CONNECTORS[kind] : ecosystems;
}
