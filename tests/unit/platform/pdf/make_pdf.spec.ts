import { createRequire } from 'node:module'
import { test } from '@japa/runner'
import { makePdf } from '#platform/pdf/make_pdf'
import { Paper, type Said } from '#platform/pdf/paper'
import { enclosedIn } from '#tests/support/pdf_reader'

const set = (...content: ReturnType<Paper['text']>[]) =>
  makePdf({ defaultStyle: { font: 'latin' }, info: { creationDate: new Date(0) }, content })

test.group('Documents', () => {
  test('what slips into a text is set as text: no picture, no link, no file', async ({ assert }) => {
    const paper = new Paper('ltr')
    for (const slipped of [{ image: 'file:///etc/passwd' }, { link: 'https://example.test' }, [{ svg: '<svg/>' }]]) {
      const pdf = (await set(paper.text(slipped as unknown as Said))).toString('latin1')
      assert.notMatch(pdf, /\/Subtype \/(?:Image|Link)/)
    }
  })

  test('a picture that our own code would name is not read either', async ({ assert }) => {
    const picture = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/font-family.png')
    await assert.rejects(() => set({ image: picture }), /denied by resource access policy/)
    await assert.rejects(() => set({ image: 'http://127.0.0.1/x.png' }), /denied by resource access policy/)
  })

  test('the same words give the same bytes, and a file goes along whole', async ({ assert }) => {
    const paper = new Paper('rtl')
    const enclosed = {
      name: 'x.json',
      mediaType: 'application/json',
      description: 'x',
      bytes: Buffer.from('{"x":1}'),
      madeAt: new Date(0),
    }
    const one = () =>
      makePdf(
        {
          language: 'ar',
          defaultStyle: { font: 'latin' },
          info: { creationDate: new Date(0) },
          content: [paper.title('ملف القضية 12'), paper.facts([['SHA-256', 'ab']])],
        },
        [enclosed]
      )
    const [first, second] = [await one(), await one()]
    assert.isTrue(first.equals(second))
    assert.equal(enclosedIn(first).toString(), '{"x":1}')
  })
})
