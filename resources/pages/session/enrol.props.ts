/** GET `<base>/second-factor/enrol`. */
export interface EnrolProps {
  base: string
  /** Nothing else is open until one is set up. */
  forced: boolean
  /** There is an authenticator already, whose codes end. */
  replaces: boolean
  /** Base32 in groups of four. */
  secret: string
  qr: { size: number; path: string }
  passkeyOrigin: string | null
}
