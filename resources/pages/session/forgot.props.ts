/** GET `/a/<code>/forgot`. */
export interface ForgotProps {
  signInPath: string
  name: string
  sent: boolean
}
