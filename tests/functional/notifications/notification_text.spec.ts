import { test } from '@japa/runner'
import { allowMailDetail } from '#app/notifications/actions/allow_mail_detail'
import DeliveryDrain from '#app/notifications/jobs/delivery_drain'
import { KIND_CODES } from '#app/notifications/kinds'
import type { MailDetail } from '#app/notifications/compose_mail'
import { appUrl } from '#config/app'
import { headerSlot } from '#platform/mail/header_slot'
import { execute, rows } from '#platform/tenancy/database'
import { makeSide, type Side } from '#tests/support/colliding_worlds'
import { MailServer, mailRows, tell, type SentMail } from '#tests/support/notifications'
import { makePlace } from '#tests/support/world'

const LOCALES = ['en', 'fr', 'es', 'ar']
const BERTH = new Date('2026-11-26T13:00:00Z')
const SCORE = 163

/** What no mail may hold, whatever the administration allows. */
const SECRETS = /CANARY|SAME NAME|XCARBOG|NORTHERN|consign[eo]/i

/** One mail a kind and one digest of all, about real cargo of this side, in this language. */
async function mailsIn(side: Side, locale: string, detail: MailDetail, server: MailServer): Promise<SentMail[]> {
  const { place, ids } = side
  await place.run(async () => {
    await execute(`update tenant.officers set locale = ? where id = ?`, [locale, place.officers.supervisor!.id])
    await execute(`update tenant.notification_mails set created_at = created_at - interval '1 day'`)
    await allowMailDetail(detail)
  })
  const about = { thread: ids.call, subject: ids.alert, port: 'JMKIN', berthAt: BERTH, count: 3 }
  for (const kind of KIND_CODES) {
    await tell(place, 'supervisor', { ...about, kind })
    await tell(place, 'supervisor', { ...about, kind, mail: 'digest', at: new Date(Date.now() - 48 * 3_600_000) })
  }
  const before = server.sent.length
  await place.run(() => new DeliveryDrain().drain(new Date()))
  const own = place.officers.supervisor!.email
  return server.sent.slice(before).filter(({ to }) => to === own)
}

test.group('Notification text (T81)', (group) => {
  let server: MailServer
  group.each.setup(() => {
    server = MailServer.start()
    return () => server.stop()
  })

  test('every mail in every language holds counts and a link, and nothing of the cargo', async ({ assert }) => {
    const side = await makeSide('M')
    const officers = await side.place.run(() => rows<{ name: string }>(`select name from tenant.officers`))
    assert.isTrue(
      officers.every(({ name }) => name.includes(side.canary)),
      'names are painted'
    )
    let looked = 0
    for (const locale of LOCALES) {
      for (const detail of ['counts', 'port_and_time'] as const) {
        const mails = await mailsIn(side, locale, detail, server)
        assert.lengthOf(mails, KIND_CODES.length + 1, `${locale} ${detail}`)
        for (const { subject, text } of mails) {
          assert.notMatch(`${subject}\n${text}`, SECRETS)
          for (const id of Object.values(side.ids)) assert.notInclude(text, id)
          assert.notMatch(text, new RegExp(`\\b${SCORE}\\b`))
          assert.notInclude(text, 'translation missing')
          assert.notMatch(subject, /[\r\n]|notifications\./)
          const links = text.match(/https?:\/\/\S+/g) ?? []
          assert.isNotEmpty(links)
          for (const link of links) assert.isTrue(link.startsWith(`${appUrl}${side.place.path}/notifications`), link)
          assert.equal(text.includes('JMKIN'), detail === 'port_and_time', `${locale} ${detail}`)
          looked++
        }
      }
    }
    assert.equal(looked, LOCALES.length * 2 * (KIND_CODES.length + 1))
  }).timeout(60_000)

  test('a line break in an address begins no header', async ({ assert }) => {
    assert.throws(() => headerSlot('a\r\nBcc: x@example.test'), /control character/)
    assert.throws(() => headerSlot('a\u2028b'), /control character/)
    assert.equal(headerSlot('Aduana, Señor'), 'Aduana, Señor')
    const place = await makePlace()
    await place.run(() =>
      execute(`update tenant.officers set email = ? where id = ?`, [
        'a@example.test\r\nbcc: x@example.test',
        place.officers.analyst!.id,
      ])
    )
    await tell(place, 'analyst')
    for (let minute = 0; minute < 10; minute += 3)
      await place.run(() => new DeliveryDrain().drain(new Date(Date.now() + minute * 60_000)))
    assert.lengthOf(server.sent, 0)
    const [mail] = await mailRows(place)
    assert.deepEqual([mail!.state, mail!.error], ['dead', 'header'])
  })
})
