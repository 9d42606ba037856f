/** GET `/a/<code>/reset/<token>`: looking at it uses nothing up. */
export interface ResetProps {
  signInPath: string
  path: string
  good: boolean
}
