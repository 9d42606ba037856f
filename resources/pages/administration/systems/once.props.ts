/** What is shown this once and never again. */
export interface OnceProps {
  system: { id: string; name: string }
  kind: 'secret' | 'token'
  value: string
}
