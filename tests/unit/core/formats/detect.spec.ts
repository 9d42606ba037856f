import { test } from '@japa/runner'
import { detect } from '#core/formats/detect'
import { bytesOf } from '#sdk/testing'

test.group('Detection', () => {
  test('{name} looks like {looksLike}')
    .with([
      { name: 'UNA', text: "UNA:+.? 'UNB+UNOA:1", format: 'EDIFACT', looksLike: 'edifact' },
      { name: 'UNB', text: "UNB+UNOA:1+A+B'", format: 'EDIFACT', looksLike: 'edifact' },
      { name: 'UNH alone', text: "UNH+1+CUSCAR:D:95B:UN'", format: 'EDIFACT', looksLike: 'edifact' },
      {
        name: 'a teletype header',
        text: "QD KINXX\n.GUAXX 211200\nUNB+UNOA:1'",
        format: 'EDIFACT',
        looksLike: 'edifact',
      },
      {
        name: 'a truncated head',
        text: "01W+1'LOC+9+CNSHA'LOC+11+JMKIN'EQD+CN'",
        format: 'EDIFACT',
        looksLike: 'edifact_fragment',
      },
      { name: 'ZIP', text: 'PK\u0003\u0004xl/', format: 'WORKBOOK', looksLike: 'zip' },
      {
        name: 'MODCAR',
        text: 'JMKIN\x00114N\x00MV EXAMPLE\x0018/11/26\x00PA\x00JMKIN\x00',
        format: null,
        looksLike: 'modcar',
      },
      {
        name: 'no MODCAR: lines',
        text: 'JMKIN\x00AB\x00AB\x00AB\x00AB\x00AB\x00\nAB',
        format: null,
        looksLike: 'binary',
      },
      { name: 'no MODCAR: no texts', text: 'JMKIN\x00\x01\x02\x03\x04', format: null, looksLike: 'binary' },
      { name: 'PDF', text: '%PDF-1.7', format: null, looksLike: 'pdf' },
      { name: 'XML', text: '<Waybill>', format: null, looksLike: 'xml' },
      { name: 'ASYCUDA', text: '<?xml version="1.0"?><AWMDS>', format: 'ASYCUDA', looksLike: 'asycuda' },
      { name: 'ASYCUDA behind a comment', text: '<!-- x -->\n<ns:Awbolds/>', format: 'ASYCUDA', looksLike: 'asycuda' },
      { name: 'ASYCUDA with a DTD', text: '<!DOCTYPE Awmds SYSTEM "x">', format: 'ASYCUDA', looksLike: 'asycuda' },
      { name: 'a declaration of ASYCUDA', text: '<ASYCUDA>', format: null, looksLike: 'xml' },
      { name: 'JSON', text: '{"headerField":{}}', format: null, looksLike: 'json' },
      { name: 'X12', text: 'ISA*00*', format: null, looksLike: 'x12' },
      { name: 'Cargo-IMP', text: 'FFM/8\n1/XX123', format: null, looksLike: 'cargo_imp' },
      {
        name: 'HTML saved as .xls',
        text: '\n<html xmlns:x="urn:x">\n<table><tr><td>BL</td>',
        format: null,
        looksLike: 'html',
      },
      { name: 'a table without a page', text: '<TABLE border=1>', format: null, looksLike: 'html' },
      { name: 'XML about tables', text: '<?xml version="1.0"?><tables>', format: null, looksLike: 'xml' },
      {
        name: 'a cargo list',
        text: 'BL;Weight;Goods\nB1;10;"TILES; RED"\nB2;20;YARN\nB3;3',
        format: null,
        looksLike: 'csv',
      },
      { name: 'a list with tabs', text: 'BL\tWeight\tGoods\r\nB1\t10\tTILES\r\n', format: null, looksLike: 'csv' },
      {
        name: 'a letter with commas',
        text: 'Dear Sir, Madam,\nthe list of cargo, as agreed, comes later, by mail,\nyours, faithfully,\nA. B.',
        format: null,
        looksLike: 'text',
      },
      { name: 'a letter about UNB', text: 'Dear Sir, the UNB is missing', format: null, looksLike: 'text' },
      { name: 'nothing', text: '', format: null, looksLike: 'empty' },
    ])
    .run(({ assert }, { text, format, looksLike }) => {
      assert.deepEqual({ ...detect(bytesOf(text), text) }, { format, looksLike } as ReturnType<typeof detect>)
    })
})
