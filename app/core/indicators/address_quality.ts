import { normaliseText } from '../matching/normalise_text.js'
import { findMailDrop } from './mail_drop.js'

/** Words and short forms of streets, roads, estates and quarters, normalised. */
const STREET_WORDS: ReadonlySet<string> = new Set(
  `STREET ST ROAD RD AVENUE AVE AV AVENIDA CALLE CL CARRERA CRA KM KILOMETRO ZONA BOULEVARD BLVD BULEVAR LANE LN DRIVE DR WAY
  HIGHWAY HWY CRESCENT TERRACE PLAZA SQUARE PARQUE PARK ESTATE COLONIA BARRIO LOTE LOT LOTIFICACION RUE CHEMIN ROUTE PLACE
  QUAI CALZADA DIAGONAL VIA RUTA PASEO TRANSVERSAL BODEGA BUILDING EDIFICIO FLOOR PISO SUITE UNIT NO NUMBER STR STRASSE WEG
  DISTRICT INDUSTRIAL WHARF PIER CLOSE COURT GARDENS HEIGHTS ROW MALL`
    .split(/\s+/)
    .filter((word) => word !== '')
)
const FEWEST_WORDS = 3

/**
 * How much of what finds an address is there, 0 to 1: a number, a word of a street or quarter, enough
 * words, and letters at all. A post office box is an address, if a poor one.
 */
export const addressQuality = (address: string): number => {
  const words = normaliseText(address).split(' ')
  if (findMailDrop(address) !== null) return 0.75
  const signs = [
    words.some((word) => /\d/.test(word)),
    words.some((word) => STREET_WORDS.has(word)),
    words.length >= FEWEST_WORDS,
    words.some((word) => /^[A-Z]{4,}$/.test(word)),
  ]
  return signs.filter(Boolean).length / signs.length
}
