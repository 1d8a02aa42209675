import { francAll } from 'franc-min';
import { expect, test } from 'vitest';
import { nearestLanguages } from './trigrams.ts';

const texts = [
  'Le pôle accompagne les administrations dans l’usage et la publication de logiciels libres, depuis 2021.',
  'The office helps public administrations to use & publish free software;\nit brings together civil servants.',
  'Il polo accompagna le amministrazioni nell’uso e nella pubblicazione di software libero — dal 2019.',
  'Управление помогает государственным учреждениям использовать и публиковать свободные программы.',
  'المكتب يساعد الإدارات العمومية على استعمال البرمجيات الحرة ونشرها ويجمع الموظفين العموميين.',
  '事務局は公的機関による自由ソフトウェアの利用と公開を支援し、公務員の共同体をまとめています。',
  'Γραφείο ελεύθερου λογισμικού, που βοηθά τις δημόσιες υπηρεσίες.',
  '12 345 – 67 + 89 = 0 ; 12 345 – 67 + 89 = 0',
];
const codes = ['fra', 'eng', 'ita', 'rus', 'ukr', 'arb', 'pes', 'jpn', 'ell'];

test.each(texts)('the languages nearest to “%s” are those that francAll tells', (text) => {
  for (const only of [codes, ['eng', 'fra'], ['ell']]) {
    const told = francAll(text, { only, minLength: 1 }).filter(([code]) => code !== 'und');
    expect(nearestLanguages(text, only)).toEqual(told);
  }
});
