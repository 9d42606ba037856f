import type { IsoInstant } from '../../props/shared.js'

export interface FilerPersonView {
  id: string
  name: string
  email: string
  state: 'active' | 'invited' | 'disabled'
  senderId: string
  sender: string
  senderOpen: boolean
  /** When the invitation that still opens its door left. */
  invitedAt: IsoInstant | null
  lastSignInAt: IsoInstant | null
}

/** GET `/a/:code/administration/filers`: who answers for the senders. */
export interface FilersProps {
  people: FilerPersonView[]
  /** Those somebody can be invited for. */
  senders: { id: string; name: string; code: string }[]
  /** The one asked for; `null`: all. */
  sender: string | null
  languages: { code: string; name: string }[]
  /** Path of the filers' own sign-in. */
  portal: string
  mayManage: boolean
}
