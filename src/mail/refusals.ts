/** A reply that refuses (RFC 5321, 4.2), with its enhanced status code (RFC 3463). */
export interface Refusal {
  readonly code: number;
  readonly enhanced: string;
  /** Lines of ASCII, the only letters that a reply may have: English, then French. */
  readonly words: readonly string[];
}

const refusal = (code: number, enhanced: string, ...words: string[]): Refusal => ({ code, enhanced, words });

/** All that is refused, and how it is said. */
export const REFUSALS = {
  unknown: refusal(550, '5.1.1', 'There is no such address here.', "Il n'y a rien de ce nom ici."),
  nobodyMayPost: refusal(
    550,
    '5.7.1',
    'Nobody may write to this list.',
    'Personne ne peut envoyer de message sur cette liste.',
  ),
  notSubscribed: refusal(
    550,
    '5.7.1',
    'Only subscribers may write to this list: write to its address with +subscribe before the @ to join.',
    "Il faut suivre cette liste pour y envoyer un message : inscrivez-vous par son adresse avec +subscribe devant l'arobase.",
  ),
  notModerator: refusal(
    550,
    '5.7.1',
    'Only moderators may write to this list.',
    'Cette liste ne prend que les messages de ses responsables.',
  ),
  blocked: refusal(550, '5.7.1', 'This message is not accepted here.', "Ce message n'est pas pris ici."),
  automatic: refusal(
    550,
    '5.7.1',
    'Automatic replies and notifications are not for a list.',
    'Une liste ne prend pas les messages automatiques.',
  ),
  loop: refusal(
    554,
    '5.4.6',
    'This message has been here before: it goes in a loop.',
    'Ce message tourne en rond.',
  ),
  noPlainText: refusal(
    550,
    '5.6.0',
    'This list reads plain text, and your message has none, only HTML or files.',
    'Send it again as plain text. Gmail: menu of the message, "Plain text mode".',
    'Thunderbird: Options, Delivery Format, "Plain Text Only". Outlook: Format Text, "Plain Text".',
    "Cette liste lit le texte brut, et votre message n'en contient pas.",
    'Renvoyez-le en texte brut. Gmail : menu du message, "Mode texte brut".',
    'Thunderbird : Options, Format d\'envoi, "Texte brut". Outlook : Format du texte, "Texte brut".',
  ),
  tooLarge: refusal(
    552,
    '5.3.4',
    'This message is too large for the list: give a link to what is large instead.',
    'Ce message est trop gros pour la liste : donnez un lien vers ce qui est volumineux.',
  ),
  headerTooLong: refusal(
    550,
    '5.6.0',
    'The header of this message is too long.',
    'Les champs qui ouvrent ce message sont trop longs.',
  ),
  tooManyParts: refusal(
    550,
    '5.6.0',
    'This message has too many parts, or parts in too many parts.',
    'Ce message a trop de parties.',
  ),
  noFrom: refusal(
    550,
    '5.6.0',
    'This message does not say whom it is from (RFC 5322, 3.6.2).',
    "Ce message ne dit pas de qui il vient : il n'a pas de champ From.",
  ),
  severalFrom: refusal(
    550,
    '5.6.0',
    'This message has several From fields, or one that names several people (RFC 5322, 3.6.2).',
    'Ce message a plusieurs champs From.',
  ),
  badHeader: refusal(
    550,
    '5.6.0',
    'The header of this message cannot be read (RFC 5322, 2.2).',
    'Les champs qui ouvrent ce message sont illisibles.',
  ),
  spoofed: refusal(
    550,
    '5.7.26',
    'The domain of the From address asks that mail like this be refused: neither its DKIM nor its SPF holds (DMARC).',
    'Le domaine de votre adresse demande le refus des messages que ni DKIM ni SPF ne confirment (DMARC).',
  ),
  bareLineEnd: refusal(
    550,
    '5.6.11',
    'A CR or LF stands alone in this message: lines end with CR LF (RFC 5321, 2.3.8).',
    'Ce message contient un CR ou un LF seul : une ligne finit par CR LF.',
  ),
  nul: refusal(550, '5.6.0', 'This message holds a NUL byte.', 'Ce message contient un octet nul.'),
  notNow: refusal(451, '4.3.2', 'The list takes no mail just now: try again later.', 'Revenez plus tard.'),
  noSpace: refusal(
    452,
    '4.3.1',
    'There is no room for mail just now: try again later.',
    'Revenez plus tard.',
  ),
  failed: refusal(
    451,
    '4.3.0',
    'Something failed here: try again later.',
    'Une panne ici : revenez plus tard.',
  ),
  tooManyConnections: refusal(421, '4.7.0', 'Too many connections at once: try again later.'),
  tooManyRecipients: refusal(452, '4.5.3', 'Too many recipients: send it to some, then to the others.'),
  tooManyHeld: refusal(
    450,
    '4.7.1',
    'Too many messages wait for a moderator already: try again later.',
    'Trop de messages attendent une relecture : revenez plus tard.',
  ),
  tooFast: refusal(
    450,
    '4.7.1',
    'Too many messages in too little time: try again later.',
    'Revenez plus tard.',
  ),
} as const satisfies Readonly<Record<string, Refusal>>;
