import { type Delivery, mail } from './mail.ts';

const at = (day: string) => Date.parse(`2026-03-${day}:00Z`) / 1000;

/** A conversation: a question, answers, one that answers a message the list never had, and a patch with its diff. */
export const CONVERSATION: readonly Delivery[] = [
  {
    receivedAt: at('10T09:00'),
    results:
      'mx.office.example; spf=pass smtp.mailfrom=anna@office.example; dkim=pass header.d=office.example; dmarc=pass header.from=office.example',
    raw: mail({
      id: 'question@office.example',
      date: '2026-03-10T09:00:00Z',
      subject: 'Quelle licence pour les guides ?',
      body: `Bonjour,

nous allons publier les guides numérisés du bureau, et nous hésitons encore
entre deux licences. La première est celle que nous avons choisie pour le
logiciel de la collecte ; la seconde est plus courante pour des textes.

Voir https://wiki.example/guides/choisir-une-licence pour la page actuelle.

  | licence         | textes | données |
  |-----------------|--------|---------|
  | Licence Ouverte | oui    | oui     |
  | EUPL            | non    | non     |

Qu'en pensez-vous ? Écrivez-moi à anna@office.example si besoin.

-- 
Anna Exemple
Bureau du logiciel libre
`,
    }),
  },
  {
    receivedAt: at('10T11:30'),
    raw: mail({
      id: 'reponse+1@partners.example',
      from: 'Bilal Modèle <bilal@partners.example>',
      date: '2026-03-10T11:30:00Z',
      subject: 'Re: Quelle licence pour les guides ?',
      references: ['question@office.example'],
      body: `Le 10 mars 2026, Anna Exemple <anna@office.example> a écrit :
> Bonjour,
>
> nous allons publier les guides numérisés du bureau, et nous hésitons encore
> entre deux licences.
>> une citation plus ancienne

La Licence Ouverte, sans hésiter.
`,
    }),
  },
  {
    receivedAt: at('11T08:00'),
    raw: mail({
      id: 'tardif@office.example',
      from: 'Chloé Témoin <chloe@office.example>',
      date: '2026-03-11T08:00:00Z',
      subject: 'Re: Quelle licence pour les guides ?',
      references: ['question@office.example', 'jamais-vu@elsewhere.example'],
      body: 'Je réponds à un message que la liste n’a pas reçu.\n',
    }),
  },
  {
    receivedAt: at('12T08:00'),
    raw: mail({
      id: '20260312-patch-1@office.example',
      from: 'Bilal Modèle <bilal@partners.example>',
      date: '2026-03-12T08:00:00Z',
      subject: '[PATCH] guides: dire quelle licence choisir',
      references: ['question@office.example'],
      body: `Les guides disent maintenant la Licence Ouverte.

Signed-off-by: Bilal Modèle <bilal@partners.example>
---
 guides.md | 2 +-
 1 file changed, 1 insertion(+), 1 deletion(-)

diff --git a/guides.md b/guides.md
index 2fa992c..d54d1c2 100644
--- a/guides.md
+++ b/guides.md
@@ -1,3 +1,3 @@
 # Guides
${' '}
-Sous une licence à choisir.
+Sous Licence Ouverte 2.0.
-- 
2.39.5

`,
    }),
  },
];
