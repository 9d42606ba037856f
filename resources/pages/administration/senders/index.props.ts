import type { IsoInstant } from '../../../props/shared.js'

export interface SendersProps {
  senders: {
    id: string
    /** As its messages name it. */
    code: string
    name: string
    open: boolean
    /** Keys of what it is answered with. */
    answers: string[]
    /** Tokens that open something now. */
    tokens: number
    /** Of its last message. */
    lastAt: IsoInstant | null
  }[]
  filters: { q: string | null; state: string | null }
  total: number
  page: number
  pages: number
}
