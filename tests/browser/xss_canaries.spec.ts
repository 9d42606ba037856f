import { test } from '@japa/runner'
import { mainDatabase } from '#platform/database/connections'
import { paint } from '#tests/support/canaries'
import { Desk } from './support/desk.js'
import { furnished, type Furnished } from './support/furnished.js'
import { consignmentId, file } from './support/pipeline.js'
import { shipManifest } from './support/ship.js'

const RUN = 'window.__xss=1'
const PAYLOADS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `"><script>${RUN}</script>`,
  `'><img src=x onerror=${RUN}>`,
  `</textarea><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<a href="javascript:${RUN}">x</a>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<math><mtext><img src=x onerror=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<body onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<object data="javascript:${RUN}">`,
  `<embed src="https://evil.example/x">`,
  `<link rel=stylesheet href="https://evil.example/x.css">`,
  `<style>@import 'https://evil.example/x.css'</style>`,
  `<meta http-equiv=refresh content="0;url=https://evil.example">`,
  `<form action="https://evil.example"><input name=x>`,
  `<base href="https://evil.example/">`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<img src="https://evil.example/pixel">`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
]
/** As EDIFACT carries it. */
const escaped = (text: string) => text.replace(/[?'+:]/g, (sign) => `?${sign}`).replace(/\n/g, ' ')

test.group('T26 xss_canaries', (group) => {
  let world: Furnished
  let bill: string
  group.setup(async () => {
    world = await furnished()
    await file(
      world.place,
      shipManifest({
        voyage: '666X',
        name: escaped(PAYLOADS[0]!),
        imo: '9988566',
        berthsIn: 4,
        bills: PAYLOADS.map((payload, at) => ({
          number: `XSS${at}`,
          goods: escaped(payload),
          consignor: escaped(payload),
          consignee: escaped(payload),
          consigneeAddress: escaped(payload),
        })),
      })
    )
    bill = await consignmentId(world.place, 'XSS1')
    // Whatever else a column may hold: a payload in every free text of the administration.
    await paint(world.place.administration.id, `<img src=x onerror=${RUN}>`, mainDatabase())
  })
  group.each.teardown(() => Desk.closeAll())

  test('no text of a manifest, a name or a note runs, loads or leads anywhere', async ({ assert, browser }) => {
    const wrong: string[] = []
    let pages = 0
    for (const [role, screens] of Object.entries(world.screens)) {
      const desk = await Desk.of(browser, world.place, role)
      desk.page.on('dialog', (dialog) => {
        wrong.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      const extra = role === 'supervisor' ? ([['hostile bill', `/consignments/${bill}`]] as const) : []
      for (const [screen, path] of [...screens, ...extra]) {
        await desk.go(path)
        pages++
        if (await desk.page.evaluate('window.__xss === 1')) wrong.push(`${screen}: ran`)
        const made = await desk.page
          .locator('main')
          .evaluate(
            (main) =>
              main.querySelectorAll('script, iframe, object, embed, [onerror], [onload], a[href^="javascript:" i]')
                .length
          )
        if (made > 0) wrong.push(`${screen}: ${made} elements made of text`)
      }
      wrong.push(...desk.witness.complaints.filter((line) => /^policy|^outside/.test(line)))
    }
    assert.deepEqual(wrong, [])
    assert.isAbove(pages, 15)
    console.log(`    ${PAYLOADS.length} payloads on ${pages} screens`)
  }).timeout(180_000)

  test('the trap works: a script that runs is noticed', async ({ assert, browser }) => {
    const desk = await Desk.of(browser, world.place, 'supervisor')
    await desk.page.evaluate(() => {
      const image = document.createElement('div')
      image.innerHTML = '<iframe srcdoc="planted"></iframe>'
      document.querySelector('main')!.append(image)
    })
    assert.equal(await desk.page.locator('main iframe').count(), 1)
  })
})
