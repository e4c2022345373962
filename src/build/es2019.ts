import ts from 'typescript'

/*
 * Visitors come with browsers as old as Chromium 80 and Safari 14. Bun's bundler lowers nothing, so TypeScript
 * does, and what comes out is read once more: one `?.` that slipped through would be a syntax error for them.
 */

const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2019, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
/** How TypeScript begins a helper of its own. In a file without imports this `this` looks like CommonJS, which the bundler wraps and never runs. */
const helperFromElsewhere = /\(this && this\.__\w+\) \|\| /g

/** Source of the visitor's side as ES2019, for the bundler. */
export function asEs2019(source: string): string {
  return ts.transpileModule(source, { compilerOptions: options }).outputText.replace(helperFromElsewhere, '')
}

/** What a finished script uses that ES2019, or a page without a secure context, does not have; each with the text around it. */
export function newerThanEs2019(script: string): string[] {
  const found: string[] = []
  const file = ts.createSourceFile('script.js', script, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS)
  visit(file)
  return found

  function visit(node: ts.Node): void {
    const what = newSyntax(node, file) ?? newCall(node)
    if (what) found.push(`${what} in ${script.slice(Math.max(0, node.getStart(file) - 20), node.getStart(file) + 60)}`)
    ts.forEachChild(node, visit)
  }
}

const newOperators = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.QuestionQuestionToken, '??'],
  [ts.SyntaxKind.QuestionQuestionEqualsToken, '??='],
  [ts.SyntaxKind.BarBarEqualsToken, '||='],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, '&&='],
  [ts.SyntaxKind.QuestionDotToken, '?.'],
  [ts.SyntaxKind.PropertyDeclaration, 'a class field'],
  [ts.SyntaxKind.ClassStaticBlockDeclaration, 'a static block'],
  [ts.SyntaxKind.PrivateIdentifier, 'a private name'],
  [ts.SyntaxKind.BigIntLiteral, 'a bigint']
])

function newSyntax(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (ts.isNumericLiteral(node) && node.getText(file).includes('_')) return 'a numeric separator'
  if (ts.isRegularExpressionLiteral(node) && /\(\?<[=!]|\/[a-z]*[dv][a-z]*$/.test(node.text)) return 'a newer regular expression'
  return newOperators.get(node.kind)
}

/** Younger than Chromium 80 or Safari 14, or missing on plain http pages. */
const newMethods = new Set([
  ...['replaceAll', 'at', 'hasOwn', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'any', 'groupBy', 'withResolvers'],
  ...['randomUUID', 'replaceChildren', 'toWellFormed', 'isWellFormed']
])
const newGlobals = new Set(['structuredClone', 'WeakRef'])

/** A name of its own may be what the minifier chose; only globals are told by it. */
function newCall(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined
  const { expression } = node
  if (ts.isPropertyAccessExpression(expression)) return newMethods.has(expression.name.text) ? `${expression.name.text}()` : undefined
  return ts.isIdentifier(expression) && newGlobals.has(expression.text) ? `${expression.text}()` : undefined
}
