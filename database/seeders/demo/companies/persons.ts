import { Random } from '../prng.js'
import type { DemoAdministration } from '../traffic.js'

const GIVEN = {
  GT: [
    'Marta',
    'Luis',
    'Rosa',
    'Carlos',
    'Ana Lucia',
    'Jorge',
    'Silvia',
    'Mario',
    'Brenda',
    'Oscar',
    'Irma',
    'Edgar',
    'Claudia',
    'Byron',
    'Lesbia',
    'Hugo',
  ],
  JM: [
    'Delroy',
    'Marcia',
    'Winston',
    'Claudette',
    'Devon',
    'Sharon',
    'Errol',
    'Yvonne',
    'Leroy',
    'Paulette',
    'Clive',
    'Beverley',
    'Dwight',
    'Nadine',
    'Oneil',
    'Tanya',
  ],
} as const
const FAMILY = {
  GT: [
    'Tzunun Batres',
    'Quiroa Melgar',
    'Ajcip Barillas',
    'Monzon Tello',
    'Caal Recinos',
    'Ovalle Sandoval',
    'Xicay Paiz',
    'Lemus Arrivillaga',
    'Choc Villatoro',
    'Garrido Pop',
  ],
  JM: [
    'Brathwick',
    'Tullochmore',
    'Hyltonby',
    'Wrightsborough',
    'Dacreston',
    'Gordonell',
    'Mckoyton',
    'Salmonde',
    'Pinnockly',
    'Bogleston',
  ],
} as const

/** An invented private person, the same for the same number. */
export const personName = (administration: DemoAdministration, index: number): string => {
  const random = new Random('person', administration, index)
  return `${random.pick(GIVEN[administration])} ${random.pick(FAMILY[administration])}`
}
