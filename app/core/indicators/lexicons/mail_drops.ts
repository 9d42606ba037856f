/** Stands for a word that begins with a digit. */
export const NUMBER = '#'

/**
 * Ways of writing "post office box" and its kin, as folded words in sequence. Facts of postal
 * practice. The French and Spanish `C.P. 75001` is a postal code and is left out on purpose.
 */
export const MAIL_DROP_WORDS: readonly (readonly string[])[] = [
  // English
  'P O BOX',
  'PO BOX',
  'P O B #',
  'POB #',
  'POBOX',
  'POST OFFICE BOX',
  'POSTAL BOX',
  'POST BOX',
  'POSTBOX',
  'GPO BOX',
  'G P O BOX',
  'PMB #',
  'PRIVATE BAG',
  'LOCKED BAG',
  'PRIVATE MAIL BAG',
  'GENERAL DELIVERY',
  'MAIL BOXES ETC',
  // German, Dutch, Danish, Norwegian, Swedish, Finnish
  'POSTFACH',
  'POSTLAGERND',
  'POSTBUS #',
  'POSTBOKS #',
  'POSTBOKS',
  'POSTILOKERO',
  'POSTE RESTANTE',
  // French
  'BOITE POSTALE',
  'B P #',
  'BP #',
  'CASE POSTALE',
  // Spanish, Portuguese, Italian
  'APARTADO',
  'APARTADO POSTAL',
  'APDO',
  'APTDO POSTAL',
  'CASILLA',
  'LISTA DE CORREOS',
  'CAIXA POSTAL',
  'CASELLA POSTALE',
  // Polish, Czech, Hungarian, Turkish
  'SKRYTKA POCZTOWA',
  'SKR POCZT',
  'POSTOVNI PRIHRADKA',
  'POSTAFIOK',
  'POSTA KUTUSU',
  // Russian and Ukrainian, folded
  'POCHTOVYY YASHCHIK',
  'POSHTOVA SKRYNKA',
  'A YA #',
  'P YA #',
  // Indonesian, Swahili
  'KOTAK POS',
  'SANDUKU LA POSTA',
  'S L P #',
].map((words) => words.split(' '))

/** The same in scripts that do not part words by spaces, looked for as written. */
export const MAIL_DROP_SIGNS: readonly string[] = [
  'صندوق بريد',
  'صندوق البريد',
  'ص.ب',
  'ص. ب',
  '邮政信箱',
  '郵政信箱',
  '私書箱',
  '사서함',
  'ת.ד.',
  'ตู้ ปณ',
]
