import {
  blankPermit,
  childOf,
  childrenOf,
  permitMessage,
  type MessageFormat,
  type Permit,
  type PermitKind,
  type PermitStatus,
  type PermittedGoods,
  type XmlNode,
} from '#sdk'
import { firstElement, messagesOf, RecordReader, SYSTEM } from './record_reader.js'

const TYPE = 'ASYCUDA_LPCO'
const ROOTS: ReadonlySet<string> = new Set(['LPCO', 'LPCO_EXPORT'])
const HS = /^\d{2}(?:\d{2}){0,5}$/
const KINDS: Readonly<Record<string, PermitKind>> = {
  PHYTO: 'plant_health',
  VET: 'animal_health',
  FOOD: 'food_safety',
  MED: 'medicines',
  CHEM: 'chemicals',
  RAD: 'radioactive',
  CITES: 'cites',
  ARMS: 'arms',
  SGC: 'strategic_goods',
  WASTE: 'waste',
  CULT: 'cultural_goods',
  OTHER: 'other',
}
const STATUSES: Readonly<Record<string, PermitStatus>> = {
  GRANTED: 'granted',
  REFUSED: 'refused',
  REVOKED: 'revoked',
  USED: 'used',
}

/**
 * Licences, permits, certificates and others of government agencies, one `LPCO` element each. ASYCUDA's export has no such
 * document: names of elements are of the same making as those of its declaration.
 */
export const JAMAICA_PERMIT: MessageFormat = {
  code: 'jamaica.permit',
  version: 1,
  title: 'jamaica.format_permit',
  detect: (head) => (ROOTS.has(firstElement(head)) ? 0.9 : 0),
  read: (bytes) =>
    messagesOf(bytes, 'LPCO', ({ node, broken, elements, problems }, index) => {
      const reader = new PermitReader(node, index)
      const permit = reader.read()
      const usable = permit.number === null || broken ? null : permit
      const told = [...problems, ...reader.problems]
      return permitMessage(usable, { index, type: TYPE, at: node.at, segments: elements, problems: told })
    }),
}

class PermitReader extends RecordReader {
  read(): Permit {
    const head = (name: string) => childOf(this.root, 'identification', name)
    const cargo = childrenOf(this.root, 'cargo')
    const cancelled = head('status')?.text?.toUpperCase() === 'CANCELLED'
    return {
      ...blankPermit(TYPE, this.index),
      function: cancelled ? 'cancel' : 'original',
      sender: SYSTEM,
      number: this.#number(),
      agency: this.text('agency', head('agency_code')),
      agencyName: this.text('agencyName', head('agency_name')),
      kind: this.coded('kind', head('lpco_type'), KINDS),
      kindAsFiled: this.text('kindAsFiled', head('lpco_type')),
      status: cancelled ? null : this.coded('status', head('status'), STATUSES),
      holder: this.#holder(childOf(this.root, 'holder')),
      goods: childrenOf(this.root, 'goods').map((goods, at) => this.#goods(goods, at)),
      validFrom: this.day('validFrom', childOf(this.root, 'validity', 'valid_from')),
      validUntil: this.day('validUntil', childOf(this.root, 'validity', 'valid_until')),
      transportDocuments: this.numbers('transportDocuments', cargo, 'summary_declaration'),
      declarations: this.numbers('declarations', cargo, 'declaration'),
      equipment: this.numbers('equipment', cargo, 'container_identity'),
      provenance: this.provenance,
    }
  }

  /** Each agency counts by itself: agency and number name one permit. */
  #number(): string | null {
    const identification = childOf(this.root, 'identification')
    const within = identification ?? this.root
    const number = identification && childOf(identification, 'lpco_number')
    const agency = this.needed('agency', identification && childOf(identification, 'agency_code'), within)
    const named = this.needed('number', number, within)
    if (agency === null || named === null) return null
    this.provenance.number = [number!.at]
    return `${agency} ${named}`
  }

  #holder(node: XmlNode | null): Permit['holder'] {
    if (!node) return null
    const name = this.text('holder.name', childOf(node, 'holder_name'))
    const code = this.text('holder.identifiers.0.value', childOf(node, 'holder_code'))
    if (name === null && code === null) return null
    return { name, identifiers: code === null ? [] : [{ type: 'TRN', value: code }] }
  }

  #goods(node: XmlNode, at: number): PermittedGoods {
    return {
      hsCode: this.hs(`goods.${at}.hsCode`, childOf(node, 'commodity_code'), HS),
      description: this.text(`goods.${at}.description`, childOf(node, 'description_of_goods')),
      quantity: this.amount(`goods.${at}.quantity`, childOf(node, 'quantity')),
      unit: this.text(`goods.${at}.unit`, childOf(node, 'unit_code')),
    }
  }
}
