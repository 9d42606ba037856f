import mail from '@adonisjs/mail/services/main'
import i18nManager from '@adonisjs/i18n/services/main'
import { appUrl } from '#config/app'
import { DrainJob } from '#platform/queue/job'
import { unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { deviceName } from './device_name.js'
import { listWaitingLetters, markSent, openLink, type WaitingLetter } from './letters.js'

const PATHS: Partial<Record<WaitingLetter['kind'], string>> = { password_reset: 'reset', new_device: 'not-me' }

/** Sends what officers must know about their accounts; nothing of cargo is in it (T81). */
export default class LettersDrain extends DrainJob {
  static override readonly jobName = 'letters.drain'
  static override readonly room = 'letters'

  async drain(): Promise<boolean> {
    const waiting = await listWaitingLetters()
    for (const letter of waiting) await this.#send(letter)
    return waiting.length === 100
  }

  /** Once at least: a letter whose sending was not noted goes out again, with a new link. */
  async #send(letter: WaitingLetter): Promise<void> {
    const { code, name } = tenancy.current().administration
    const token = await unitOfWork(() => openLink(letter))
    const page = letter.filer ? `filer/${letter.kind.startsWith('question_') ? 'questions' : 'account'}` : 'account'
    const link = `${appUrl}/a/${code}/${token ? `${PATHS[letter.kind]}/${token}` : page}`
    const i18n = i18nManager.locale(letter.locale)
    const params = { administration: name, link, device: deviceName(letter.agent) ?? '–', name: letter.about ?? '–' }
    await mail.send((message) => {
      message
        .to(letter.email)
        .subject(i18n.t(`letters.${letter.kind}_subject`, params))
        .text(i18n.t(`letters.${letter.kind}_text`, params))
    })
    await markSent(letter.id)
  }
}
