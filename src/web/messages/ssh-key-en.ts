import type { SshKeyMessages } from './ssh-key-messages.ts';

export const englishSshKeyMessages: SshKeyMessages = {
  sshKeys: {
    title: 'SSH keys',
    intro:
      'Where the wiki is also served over SSH, git clone and git push know you by one of these keys, without a token.',
    none: 'You have added none.',
    added: (date) => `added on ${date}`,
    fingerprint: 'Fingerprint',
    remove: 'Remove',
    removeOf: (label) => `Remove the SSH key ${label}`,
    key: 'Your public key',
    keyHelp:
      'The one line of the file that ends with .pub, such as ~/.ssh/id_ed25519.pub. To make one: ssh-keygen -t ed25519.',
    label: 'What to call it',
    labelHelp: 'The machine it is on, for instance. If empty: what is written after the key.',
    add: 'Add this key',
    faults: {
      none: 'This is no public key of SSH. Copy the one line of the file that ends with .pub, whole; ssh-keygen -t ed25519 makes one.',
      private:
        'This is a private key: show it to nobody. It was not kept here; since it has been sent, it is better to make another one. What is asked for is in the file that ends with .pub.',
      weak: 'This key is too weak (DSA, or RSA of fewer than 2,048 bits). Make another one: ssh-keygen -t ed25519.',
      yours: 'You have added this key already: there is nothing to do.',
      taken: 'This key is that of another member. Make one of your own: ssh-keygen -t ed25519.',
      many: 'You have 20 keys: remove one to add another.',
    },
  },
};
