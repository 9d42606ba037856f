/** Words for a present in goods descriptions, English, Spanish, French, Portuguese and German. */
export const GIFTS: readonly string[] = [
  'GIFT',
  'GIFTS',
  'PRESENT',
  'PRESENTS',
  'SOUVENIR',
  'SOUVENIRS',
  'REGALO',
  'REGALOS',
  'OBSEQUIO',
  'OBSEQUIOS',
  'CADEAU',
  'CADEAUX',
  'PRESENTE',
  'PRESENTES',
  'GESCHENK',
  'GESCHENKE',
]
