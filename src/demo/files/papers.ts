/** A page of plain text as PDF, in Chinese and Latin letters. The reader's own Song type is asked for, so that none is embedded (PDF 1.4, 9.7.5.2). */
export function pdf(title: string, lines: readonly string[]): Uint8Array {
  const text = [
    `BT /F1 20 Tf 60 770 Td <${utf16(title)}> Tj ET`,
    ...lines.map((line, n) => `BT /F1 11.5 Tf 60 ${728 - n * 24} Td <${utf16(line)}> Tj ET`)
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>'
  ]
  return new Uint8Array(Buffer.from(assembled(objects), 'latin1'))
}

function assembled(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const starts = objects.map((object, n) => {
    const start = file.length
    file += `${n + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
