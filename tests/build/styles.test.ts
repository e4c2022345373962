import { expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinStyles } from '#src/build/styles.ts'
import { emptyFolder } from '#tests/support/folder.ts'

function joined(files: Record<string, string>): { css: string; missing: string[] } {
  const folder = emptyFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const missing: string[] = []
  const { css } = joinStyles(join(folder, 'main.css'), (file) => missing.push(file.slice(file.lastIndexOf('/') + 1)))
  return { css, missing }
}

test('imports stand where they were written, behind the order of the layers', () => {
  const { css } = joined({
    'main.css': '@layer a, b;\n@import "one.css";\n@import url("two.css") layer(b);\n.main { x: y }',
    'one.css': '.one { x: y }',
    'two.css': '.two { x: y }'
  })
  expect(css).toBe('@layer a, b;\n.one { x: y }\n@layer b {\n.two { x: y }\n}\n.main { x: y }\n')
})

test('comments go, strings that look like them stay', () => {
  expect(joined({ 'main.css': '/* a */ .a { content: "/* b */" } /* @import "none.css"; */' })).toEqual({ css: '.a { content: "/* b */" }\n', missing: [] })
})

test('a file imported twice stands once, and one that is missing is told', () => {
  const { css, missing } = joined({ 'main.css': '@import "one.css";\n@import "one.css";\n@import "none.css";', 'one.css': '.one { x: y }' })
  expect([css, missing]).toEqual(['.one { x: y }\n', ['none.css']])
})
