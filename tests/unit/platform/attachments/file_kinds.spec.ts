import { test } from '@japa/runner'
import { mediaTypeOf } from '#platform/attachments/file_kinds'
import { PHOTOGRAPH } from '#tests/support/fixtures/photograph'

const padded = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(64, 32)])

test.group('What a file is', () => {
  test('is read off its first bytes')
    .with([
      ['a photograph', PHOTOGRAPH, 'image/png'],
      ['a JPEG', padded('\xff\xd8\xff\xe0'), 'image/jpeg'],
      ['a WebP', padded('RIFF\x10\x00\x00\x00WEBPVP8 '), 'image/webp'],
      ['a PDF', Buffer.concat([padded('%PDF-1.7\n'), Buffer.from('%%EOF\n')]), 'application/pdf'],
      ['a PDF that was cut', padded('%PDF-1.7\n'), null],
      ['a page', padded('<html><script>alert(1)</script>'), null],
      ['a drawing that runs', padded('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
      ['a program', padded('MZ\x90\x00'), null],
      ['an archive', padded('PK\x03\x04'), null],
      ['a WAV in a RIFF', padded('RIFF\x10\x00\x00\x00WAVEfmt '), null],
      ['a PNG without its header', padded('\x89PNG\r\n\x1a\n'), null],
      ['nothing', Buffer.alloc(0), null],
      ['three bytes', Buffer.from([0xff, 0xd8, 0xff]), null],
    ] as const)
    .run(({ assert }, [what, bytes, type]) => {
      assert.equal(mediaTypeOf(bytes), type, what)
    })
})
