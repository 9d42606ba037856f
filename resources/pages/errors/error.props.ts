/** Props of `errors/not_found`, `errors/forbidden` and `errors/server_error`. */
export interface ErrorPageProps {
  /** Reference for support; `null` where there is nothing to look up. */
  reference: string | null
  /** Where "Back" leads, e.g. `/a/GT/arrivals`. */
  home: string
  /** Role that may open it, for `forbidden`; `null` when unknown. */
  who: string | null
}
