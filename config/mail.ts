import { defineConfig, transports } from '@adonisjs/mail'
import { fileTransport } from '#platform/mail/file_transport'
import env from '#start/env'

const smtp = env.get('SMTP_HOST')

/** Without SMTP settings mail is written to `storage/mail`, where the operator can read it. */
const mailConfig = defineConfig({
  default: smtp ? 'smtp' : 'files',
  from: { address: env.get('MAIL_FROM') ?? 'landfall@localhost', name: 'Landfall' },
  mailers: {
    files: fileTransport({ directory: `${env.get('LANDFALL_STORAGE_DIR')}/mail` }),
    smtp: transports.smtp({
      host: smtp ?? 'localhost',
      port: env.get('SMTP_PORT') ?? 587,
      ...(env.get('SMTP_USERNAME')
        ? { auth: { type: 'login' as const, user: env.get('SMTP_USERNAME')!, pass: env.get('SMTP_PASSWORD') ?? '' } }
        : {}),
    }),
  },
})
export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
