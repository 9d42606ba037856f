import type { PartyIdentifier } from './consignment.js'
import type { NamedCargo, SystemRecord } from './system_record.js'

/** What a permit is for. A country's own kinds are mapped to these; what fits none is `other`. */
export const PERMIT_KINDS = [
  'plant_health',
  'animal_health',
  'food_safety',
  'medicines',
  'chemicals',
  'radioactive',
  'cites',
  'arms',
  'strategic_goods',
  'waste',
  'cultural_goods',
  'other',
] as const
export type PermitKind = (typeof PERMIT_KINDS)[number]

/** What the agency decided, and what became of it; `used`: nothing is left of its quantity. */
export const PERMIT_STATUSES = ['granted', 'refused', 'revoked', 'used'] as const
export type PermitStatus = (typeof PERMIT_STATUSES)[number]

/** A licence, permit, certificate or other (WCO: LPCO) of a government agency, as a national system tells of it. */
export interface Permit extends SystemRecord, NamedCargo {
  /** Code of the agency as the country writes it. */
  readonly agency: string | null
  readonly agencyName: string | null
  readonly kind: PermitKind | null
  /** The kind as the country calls it. */
  readonly kindAsFiled: string | null
  /** `null`: not told, or not understood. Never taken for granted. */
  readonly status: PermitStatus | null
  readonly holder: PermitHolder | null
  readonly goods: readonly PermittedGoods[]
  /** First and last day, `YYYY-MM-DD`. */
  readonly validFrom: string | null
  readonly validUntil: string | null
}

export interface PermitHolder {
  readonly name: string | null
  readonly identifiers: readonly PartyIdentifier[]
}

export interface PermittedGoods {
  /** 2 to 12 digits: a chapter, a heading or a line of the tariff. */
  readonly hsCode: string | null
  readonly description: string | null
  /** A decimal number, never through a floating one. */
  readonly quantity: string | null
  /** UN/ECE Recommendation 20, or as filed. */
  readonly unit: string | null
}

/**
 * How a permit stands on a day. `granted` is one without a last day; `unknown` one whose status was not told.
 * The best comes first.
 */
export const PERMIT_STANDINGS = [
  'valid',
  'granted',
  'not_yet',
  'unknown',
  'used',
  'expired',
  'revoked',
  'refused',
  'cancelled',
] as const
export type PermitStanding = (typeof PERMIT_STANDINGS)[number]

export interface PermitTerms {
  readonly status: PermitStatus | null
  readonly cancelled: boolean
  readonly validFrom: string | null
  readonly validUntil: string | null
}

/** `today` is `YYYY-MM-DD`, local to the administration. */
export function permitStanding(
  { status, cancelled, validFrom, validUntil }: PermitTerms,
  today: string
): PermitStanding {
  if (cancelled) return 'cancelled'
  if (status === null) return 'unknown'
  if (status !== 'granted') return status
  if (validUntil !== null && validUntil < today) return 'expired'
  if (validFrom !== null && validFrom > today) return 'not_yet'
  return validUntil === null ? 'granted' : 'valid'
}

/** What permits say of one code of goods: the best that any of them says, `none` where no permit names it. */
export interface PermitCover {
  readonly hsCode: string
  readonly standing: PermitStanding | 'none'
  /** Numbers of the permits that name it. */
  readonly by: readonly string[]
}

interface StandingPermit {
  readonly number: string
  readonly standing: PermitStanding
  readonly goods: readonly Pick<PermittedGoods, 'hsCode'>[]
}

/**
 * A permit for a heading covers each line below it. Of goods filed with fewer digits than the permit names nobody can say
 * whether they are meant: that is `unknown`, and never `valid`.
 */
export function permitCover(hsCodes: readonly string[], permits: readonly StandingPermit[]): readonly PermitCover[] {
  return [...new Set(hsCodes)].sort().map((hsCode) => {
    const naming = permits.flatMap(({ number, standing, goods }) => {
      const codes = goods.flatMap(({ hsCode: named }) => (named === null ? [] : [named]))
      if (codes.some((named) => hsCode.startsWith(named))) return [{ number, standing }]
      return codes.some((named) => named.startsWith(hsCode)) ? [{ number, standing: worse(standing) }] : []
    })
    const best = PERMIT_STANDINGS.find((each) => naming.some(({ standing }) => standing === each))
    return { hsCode, standing: best ?? 'none', by: naming.map(({ number }) => number) }
  })
}

const worse = (standing: PermitStanding): PermitStanding =>
  PERMIT_STANDINGS.indexOf(standing) < PERMIT_STANDINGS.indexOf('unknown') ? 'unknown' : standing
