/** What a consignment is reduced to, the same 22 fields by every candidate. */
export interface Fields {
  reference: string
  transportDocument: string
  nature: string
  packages: number
  weight: number
  receipt: string
  loading: string
  discharge: string
  delivery: string
  consignor: string
  consignorStreet: string
  consignorCity: string
  consignorCountry: string
  consignee: string
  consigneeCity: string
  consigneeCountry: string
  notify: string
  packageType: string
  description: string
  volume: number
  container: string
  commodity: string
}

/** Where one candidate finds the texts of a segment: element and component, both from 1. */
export type Text = (element: number, component: number) => string

/** Tags that carry a field; what a candidate may pass over without cutting it. */
export const CARRYING: ReadonlySet<string> = new Set('CNI RFF CNT LOC GIS NAD GID FTX MEA SGP CST UNT'.split(' '))

export const empty = (): Fields => ({
  reference: '',
  transportDocument: '',
  nature: '',
  packages: 0,
  weight: 0,
  receipt: '',
  loading: '',
  discharge: '',
  delivery: '',
  consignor: '',
  consignorStreet: '',
  consignorCity: '',
  consignorCountry: '',
  consignee: '',
  consigneeCity: '',
  consigneeCountry: '',
  notify: '',
  packageType: '',
  description: '',
  volume: 0,
  container: '',
  commodity: '',
})

/** Follows the segments of an interchange and hands on each consignment when the next one, or its end, is there. */
export class Extraction {
  #open: Fields | null = null
  readonly #text: Text
  readonly #done: (fields: Fields) => void

  constructor(text: Text, done: (fields: Fields) => void) {
    this.#text = text
    this.#done = done
  }

  segment(tag: string): void {
    const text = this.#text
    if (tag === 'CNI' || tag === 'UNT') {
      if (this.#open) this.#done(this.#open)
      this.#open = tag === 'UNT' ? null : empty()
      if (this.#open) this.#open.reference = text(2, 1)
    } else if (this.#open) this.#take(this.#open, tag)
  }

  #take(to: Fields, tag: string): void {
    const text = this.#text
    if (tag === 'NAD') this.#party(to, text(1, 1))
    else if (tag === 'LOC') this.#place(to, text(1, 1))
    else if (tag === 'RFF' && text(1, 1) === 'BM') to.transportDocument = text(1, 2)
    else if (tag === 'CNT' && text(1, 1) === '7') to.weight = Number(text(1, 2))
    else if (tag === 'GIS') to.nature = text(1, 1)
    else if (tag === 'GID') {
      to.packages = Number(text(2, 1))
      to.packageType = text(2, 2)
    } else if (tag === 'FTX') to.description = `${text(4, 1)} ${text(4, 2)}`
    else if (tag === 'MEA' && text(2, 1) === 'AAW') to.volume = Number(text(3, 2))
    else if (tag === 'SGP') to.container = text(1, 1)
    else if (tag === 'CST') to.commodity = text(2, 1)
  }

  #place(to: Fields, qualifier: string): void {
    const place = this.#text(2, 1)
    if (qualifier === '9') to.loading = place
    else if (qualifier === '11') to.discharge = place
    else if (qualifier === '7') to.delivery = place
    else if (qualifier === '88') to.receipt = place
  }

  #party(to: Fields, role: string): void {
    const text = this.#text
    if (role === 'N1') to.notify = text(4, 1)
    else if (role === 'CN') {
      to.consignee = text(4, 1)
      to.consigneeCity = text(6, 1)
      to.consigneeCountry = text(9, 1)
    } else if (role === 'CZ') {
      to.consignor = text(4, 1)
      to.consignorStreet = text(5, 1)
      to.consignorCity = text(6, 1)
      to.consignorCountry = text(9, 1)
    }
  }
}
