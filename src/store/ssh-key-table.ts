import type { TableDefinition } from './table-definition.ts';

/** A key by which a member clones and pushes over SSH. */
export interface SshKeyTable {
  /** `SHA256:…`: a key is of one member. */
  fingerprint: string;
  folded: string;
  type: string;
  blob: string;
  label: string;
  /** Seconds since 1970. */
  created_at: number;
}

export const sshKeyTables: Readonly<Record<'ssh_key', TableDefinition>> = {
  ssh_key: {
    columns: {
      fingerprint: 'text',
      folded: 'text',
      type: 'text',
      blob: 'text',
      label: 'text',
      created_at: 'bigint',
    },
    key: ['fingerprint'],
    indexes: [['folded']],
  },
};
