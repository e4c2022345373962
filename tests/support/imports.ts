import { dirname, join, normalize } from 'node:path'
import { Glob } from 'bun'
import ts from 'typescript'

/** One file of the program and what it needs when it runs; imports of types are not among them. */
export type SourceFile = { path: string; text: string; imports: Import[] }
/** `to` is a path from the project's folder (`src/people/index.ts`), or the package's name. */
export type Import = { to: string; isOurs: boolean; isRelative: boolean; line: number; names: string[] }

/** Every source file below these folders, with its imports read from the syntax tree, dynamic ones too. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  const paths = folders.flatMap((folder) => [...new Glob(`${folder}/**/*.{ts,tsx}`).scanSync('.')]).filter((path) => !path.endsWith('.d.ts'))
  return paths.sort().map(read)
}

export function read(path: string): SourceFile {
  const text = ts.sys.readFile(path) ?? ''
  return { path, text, imports: importsOf(path, text) }
}

export function importsOf(path: string, text: string): Import[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false)
  const found: Import[] = []
  visit(tree)
  return found

  function visit(node: ts.Node): void {
    const specifier = runtimeSpecifier(node)
    if (specifier)
      found.push({ ...resolved(path, specifier.text), line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, names: namesIn(node) })
    ts.forEachChild(node, visit)
  }
}

function runtimeSpecifier(node: ts.Node): ts.StringLiteral | null {
  if (ts.isImportDeclaration(node) && !isTypeOnly(node.importClause)) return asText(node.moduleSpecifier)
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly && !onlyTypes(node.exportClause)) return asText(node.moduleSpecifier)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return asText(node.arguments[0])
  return null
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  return clause.isTypeOnly || (clause.name === undefined && onlyTypes(clause.namedBindings))
}

function onlyTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  return (
    names !== undefined &&
    (ts.isNamedImports(names) || ts.isNamedExports(names)) &&
    names.elements.length > 0 &&
    names.elements.every((name) => name.isTypeOnly)
  )
}

/** What is taken from there, types left out; `*` for all of it. */
function namesIn(node: ts.Node): string[] {
  const names = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : ts.isExportDeclaration(node) ? node.exportClause : undefined
  if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return ['*']
  return names.elements.filter((name) => !name.isTypeOnly).map((name) => (name.propertyName ?? name.name).text)
}

function asText(node: ts.Node | undefined): ts.StringLiteral | null {
  return node && ts.isStringLiteral(node) ? node : null
}

const folders: Record<string, string> = { '#src/': 'src/', '#views/': 'views/', '#public/': 'public/', '#tests/': 'tests/' }

function resolved(from: string, specifier: string): Omit<Import, 'line' | 'names'> {
  if (specifier.startsWith('.')) return { to: normalize(join(dirname(from), specifier)), isOurs: true, isRelative: true }
  if (specifier.startsWith('#jsx')) return { to: 'views/jsx/index.ts', isOurs: true, isRelative: false }
  const [alias, folder] = Object.entries(folders).find(([name]) => specifier.startsWith(name)) ?? []
  if (alias !== undefined && folder !== undefined) return { to: folder + specifier.slice(alias.length), isOurs: true, isRelative: false }
  return { to: specifier, isOurs: false, isRelative: false }
}
