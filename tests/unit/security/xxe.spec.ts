import { test } from '@japa/runner'
import { awmds, bol, PLAIN } from '#tests/unit/core/formats/asycuda/asycuda_texts'
import { read } from '#sdk/testing'

const withDoctype = (doctype: string, text = PLAIN): string => text.replace('?>\n', `?>\n${doctype}\n`)
const LAUGHS = `<!DOCTYPE Awmds [<!ENTITY a "ha">${'bcdefgh'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`)
  .join('')}]>`

test.group('T45 xxe', () => {
  test('{what} is refused with its place, and nothing behind it is read')
    .with([
      { what: 'an external entity to a file', doctype: '<!DOCTYPE Awmds [<!ENTITY x SYSTEM "file:///etc/passwd">]>' },
      { what: 'an external entity to a host', doctype: '<!DOCTYPE Awmds SYSTEM "http://127.0.0.1:9/x.dtd">' },
      { what: 'a parameter entity', doctype: '<!DOCTYPE Awmds [<!ENTITY % p "x"> %p;]>' },
      { what: 'billion laughs', doctype: LAUGHS },
      { what: 'lower case', doctype: '<!doctype awmds>' },
    ])
    .run(async ({ assert }, { doctype }) => {
      const text = withDoctype(doctype)
      const { messages, file } = await read(text)
      assert.lengthOf(messages, 0)
      const [found] = file.problems
      assert.deepEqual([found?.code, found?.severity], ['SYN-DTD', 'fatal'])
      assert.equal(found?.at?.offset, text.indexOf(doctype))
      assert.equal(found?.at?.line, 2)
    })

  test('a DTD inside the document quarantines it whole', async ({ assert }) => {
    const text = awmds(bol('BL0001'), '<!ENTITY x "y">', bol('BL0002'))
    const { messages } = await read(text)
    assert.isNull(messages[0]?.report)
    assert.equal(messages[0]?.problems.find(({ code }) => code === 'SYN-DTD')?.at?.offset, text.indexOf('<!ENTITY'))
  })

  test('an entity nobody declared stays the text it is', async ({ assert }) => {
    const { messages, codes } = await read(PLAIN.replace('CERAMIC TILES', '&xxe; &amp;amp; TILES'))
    const [item] = messages[0]?.report?.consignments[0]?.consignment.items ?? []
    assert.equal(item?.description, '&xxe; &amp; TILES HS CODE 6907.21')
    assert.include(codes, 'SYN-XML-REPAIRED')
  })

  test('too deep, too many attributes, too many elements, too many bytes: an end, not a crash')
    .with([
      { text: awmds('<a>'.repeat(200_000)), limits: {} },
      { text: awmds(`<Bol_segment ${Array.from({ length: 200 }, (_, at) => `a${at}="1"`).join(' ')}>`), limits: {} },
      { text: awmds(bol('BL0001'), bol('BL0002')), limits: { elements: 50 } },
      { text: awmds(bol('BL0001'), bol('BL0002')), limits: { documentBytes: 100 } },
    ])
    .run(async ({ assert }, { text, limits }) => {
      const { messages, file } = await read(text, { xmlLimits: limits })
      assert.isNull(messages[0]?.report ?? null)
      const problems = [...file.problems, ...(messages[0]?.problems ?? [])]
      const fatal = problems.find(({ severity }) => severity === 'fatal')
      assert.equal(fatal?.code, 'SYN-LIMIT')
      assert.isDefined(fatal?.at)
    })

  test('one text that is too long costs itself alone', async ({ assert }) => {
    const { messages } = await read(PLAIN.replace('CERAMIC TILES', 'X'.repeat(5_000)), { xmlLimits: { text: 4_096 } })
    const consignment = messages[0]?.report?.consignments[0]?.consignment
    assert.isNull(consignment?.items[0]?.description)
    assert.equal(consignment?.items[0]?.grossWeightKg, 1000.5)
    assert.include(
      messages[0]?.problems.map(({ code }) => code),
      'SYN-LIMIT'
    )
  })
})
