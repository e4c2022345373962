import { Glob } from 'bun'
import ts from 'typescript'

/** A function of the views that gives markup, found by its type: nobody has to remember to list a new one. */
export type View = { file: string; name: string; parameters: readonly ts.Type[] }

/** Every exported function below views/ that gives markup, and the checker that knows its props. */
export function findViews(): { views: View[]; checker: ts.TypeChecker } {
  const files = [...new Glob('views/**/*.{ts,tsx}').scanSync('.')].filter((file) => !file.startsWith('views/jsx/')).sort()
  const config = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} })
  const program = ts.createProgram(files, config?.options ?? {})
  const checker = program.getTypeChecker()
  return { views: files.flatMap((file) => viewsIn(program.getSourceFile(file), file, checker)), checker }
}

function viewsIn(source: ts.SourceFile | undefined, file: string, checker: ts.TypeChecker): View[] {
  const module = source && checker.getSymbolAtLocation(source)
  if (!source || !module) return []
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const declaration = symbol.valueDeclaration
    if (!declaration || declaration.getSourceFile() !== source) return []
    const [signature] = checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures()
    if (!signature || !/\b(Html|Element)\b/.test(checker.typeToString(signature.getReturnType()))) return []
    const parameters = signature.getParameters().map((parameter) => checker.getTypeOfSymbolAtLocation(parameter, declaration))
    return [{ file, name: symbol.name, parameters }]
  })
}
