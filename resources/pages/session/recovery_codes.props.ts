/** GET and POST `<base>/second-factor/recovery-codes`; the codes are in the answer to POST only. */
export interface RecoveryCodesProps {
  base: string
  home: string
  left: number
  codes: string[] | null
}
