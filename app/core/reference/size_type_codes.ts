import type { ContainerGroup } from './reference_data.js'

/** First character of an ISO 6346 size-type: nominal outside length in feet. */
export const LENGTH_FT: Readonly<Record<string, number>> = {
  1: 10,
  2: 20,
  3: 30,
  4: 40,
  A: 23.5,
  B: 24,
  C: 24.4,
  D: 24.4,
  E: 25.7,
  F: 26.6,
  G: 41,
  H: 43,
  K: 44.6,
  L: 45,
  M: 48,
  N: 49,
  P: 53,
}

/** Third character: what the box is made for, the type digits ISO 6346 defines, and the one an undefined digit is read as. */
export const GROUPS: Readonly<
  Record<string, { readonly group: ContainerGroup; readonly types: string; readonly usual: string }>
> = {
  G: { group: 'dry', types: '0123', usual: '1' },
  V: { group: 'dry', types: '024', usual: '0' },
  R: { group: 'reefer', types: '0123', usual: '1' },
  H: { group: 'reefer', types: '01256', usual: '0' },
  U: { group: 'open_top', types: '0123456', usual: '1' },
  P: { group: 'flat', types: '012345', usual: '1' },
  T: { group: 'tank', types: '0123456789', usual: '0' },
  K: { group: 'tank', types: '012345678', usual: '0' },
  B: { group: 'bulk', types: '013456', usual: '0' },
  N: { group: 'bulk', types: '0123456789', usual: '0' },
  S: { group: 'named_cargo', types: '012', usual: '0' },
  A: { group: 'air', types: '0', usual: '0' },
}

/** ISO 6346 group codes (`45GP`), read as the usual detailed type of their group. */
export const GROUP_CODES: Readonly<Record<string, string>> = {
  GP: 'G1',
  VH: 'V0',
  RE: 'R0',
  RT: 'R1',
  RS: 'R2',
  HR: 'H0',
  HI: 'H5',
  UT: 'U1',
  PL: 'P0',
  PF: 'P1',
  PC: 'P3',
  PS: 'P5',
  TN: 'T0',
  TD: 'T3',
  TG: 'T7',
  BU: 'B0',
  BK: 'B3',
  SN: 'S0',
  AS: 'A0',
}

/** Length and height digits of the 1984 edition (`4400`); half heights read as 4'3", odd digits are goose-neck tunnels. */
export const OLD_LENGTH: Readonly<Record<string, string>> = { 1: '1', 2: '2', 3: '3', 4: '4', 9: 'L' }
export const OLD_HEIGHT: Readonly<Record<string, string>> = {
  0: '0',
  1: '0',
  2: '2',
  3: '2',
  4: '5',
  5: '5',
  6: '8',
  7: '8',
  9: '9',
}

/** Type numbers of the 1984 edition up to and including the first column. */
export const OLD_TYPES: readonly (readonly [upTo: number, type: string])[] = [
  [9, 'G0'],
  [12, 'G1'],
  [14, 'V0'],
  [16, 'V2'],
  [19, 'V4'],
  [24, 'H5'],
  [25, 'S0'],
  [29, 'S1'],
  [31, 'R0'],
  [39, 'R1'],
  [40, 'H0'],
  [49, 'H1'],
  [50, 'U0'],
  [51, 'U1'],
  [52, 'U2'],
  [59, 'U3'],
  [60, 'P0'],
  [61, 'P1'],
  [62, 'P2'],
  [63, 'P3'],
  [64, 'P4'],
  [69, 'P5'],
  [70, 'T0'],
  [71, 'T1'],
  [72, 'T2'],
  [73, 'T3'],
  [74, 'T4'],
  [75, 'T5'],
  [76, 'T6'],
  [77, 'T7'],
  [78, 'T8'],
  [79, 'T9'],
  [89, 'B0'],
  [99, 'A0'],
]
