import type { SshKeyMessages } from './ssh-key-messages.ts';

export const frenchSshKeyMessages: SshKeyMessages = {
  sshKeys: {
    title: 'Clés SSH',
    intro:
      'Là où le wiki est aussi servi par SSH, git clone et git push vous reconnaissent à l’une de ces clés, sans jeton.',
    none: 'Vous n’en avez pas ajouté.',
    added: (date) => `ajoutée le ${date}`,
    fingerprint: 'Empreinte',
    remove: 'Supprimer',
    removeOf: (label) => `Supprimer la clé SSH ${label}`,
    key: 'Votre clé publique',
    keyHelp:
      'La ligne du fichier qui finit par .pub, comme ~/.ssh/id_ed25519.pub. Pour en faire une\u202f: ssh-keygen -t ed25519.',
    label: 'Son nom',
    labelHelp: 'La machine où elle est, par exemple. Si vide\u202f: ce qui est écrit après la clé.',
    add: 'Ajouter cette clé',
    faults: {
      none: 'Ce n’est pas une clé publique SSH. Copiez en entier la ligne du fichier qui finit par .pub\u202f; ssh-keygen -t ed25519 en fait une.',
      private:
        'C’est une clé privée\u202f: ne la montrez à personne. Elle n’a pas été gardée ici\u202f; comme elle a été envoyée, mieux vaut en faire une autre. Ce qui est demandé est dans le fichier qui finit par .pub.',
      weak: 'Cette clé est trop faible (DSA, ou RSA de moins de 2\u202f048 bits). Faites-en une autre\u202f: ssh-keygen -t ed25519.',
      yours: 'Vous avez déjà ajouté cette clé\u202f: il n’y a rien à faire.',
      taken: 'Cette clé est celle d’un autre membre. Faites la vôtre\u202f: ssh-keygen -t ed25519.',
      many: 'Vous avez 20 clés\u202f: supprimez-en une pour en ajouter une autre.',
    },
  },
};
