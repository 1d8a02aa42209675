/** Words that a query is not about, folded: they are looked for when there are no others, and in phrases. */
const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words(`a ai ainsi alors apres as au aucun aucune aussi autre autres aux avec avoir bien c ca car ce ceci cela celle
    celles celui ces cet cette ceux chaque chez ci comme comment d dans de depuis des donc dont du elle elles en encore
    entre es est et etaient etait etant ete etes etre eu eux fait faut ils il ici j je l la le les leur leurs lors
    lorsque lui m ma mais me meme memes mes moi mon n ne ni non nos notre nous on ont ou par parmi pas peu peut peuvent
    plus pour pourquoi puis puisque qu quand que quel quelle quelles quels qui quoi s sa sans se sera seront ses si soit
    sommes son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres tu un une vers voici vont vos votre
    vous y`),
  en: words(`a about after all also am an and any are as at be because been before being between both but by can could d
    did do does doing down each every few for from had has have having he her here hers him his how i if in into is it
    its just ll m may me might more most must my no nor not of off on once only or other our ours out over own re s
    same shall she should so some such t than that the their theirs them then there these they this those through to
    too under until up us ve very was we were what when where which while who whom whose why will with would you your
    yours`),
  de: words(`als am an auch auf aus bei bin bis da das dass dem den der des die doch du ein eine einem einen einer eines er
    es fur hat ich ihr im in ist ja mit nach nicht noch nur oder sein sich sie sind so um und uns von vor war was wenn
    wie wir zu zum zur`),
  es: words(`a al algo como con de del desde donde el ella ellos en entre era es esta estas este estos ha han hasta la las
    le les lo los mas me mi muy no nos o para pero por porque que se si sin sobre son su sus te tu un una unas uno unos
    y ya yo`),
  it: words(`a ai al alla alle anche che chi ci come con da dal dalla dei del della delle di e ed gli ha hanno i il in io la
    le lo loro ma mi ne nei nel nella non o per piu quale questa questo se si sono su sul sulla suo tra un una uno voi`),
  nl: words(`aan als bij dat de der des die dit door een en er het hij ik in is je kan maar met mijn naar niet nog of om onder
    ook op te tot u uit van voor was wat we wij ze zich zij zijn zo`),
  pt: words(`a ao aos as com como da das de do dos e ela ele em entre era essa esse esta este eu foi ha isso ja mais mas me
    na nas nao no nos o os ou para pela pelo por que se sem ser seu sua tem um uma voce`),
};

export function isStopWord(folded: string, language: string): boolean {
  return STOP_WORDS[language.split('-', 1)[0] as string]?.has(folded) ?? false;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
