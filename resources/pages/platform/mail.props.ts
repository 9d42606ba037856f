import type { IsoInstant } from '../../props/shared.js'

/** Mail kept on disk while no SMTP server is set. */
export interface MailProps {
  rows: { id: string; to: string; subject: string; at: IsoInstant; open: boolean }[]
  open: { id: string; to: string; from: string; subject: string; at: IsoInstant; text: string } | null
}
