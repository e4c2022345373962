import ts from 'typescript'
import { raw } from '#jsx'
import { languages, say } from '#src/texts/index.ts'

/**
 * Values of any type of props, with the same text wherever somebody's text can stand. `turn` chooses among the
 * members of unions, and whether what is optional is there, so that some turns see every branch.
 */
export function propsOf(type: ts.Type, checker: ts.TypeChecker, text: string, turn: number): unknown {
  return valueFor(type, 'props', 0)

  function valueFor(type: ts.Type, name: string, depth: number): unknown {
    const known = knownByName(type, name)
    if (known !== undefined) return known.value
    if (type.isUnion()) return ofUnion(type, name, depth)
    if (type.isStringLiteral() || type.isNumberLiteral()) return type.value
    const { flags } = type
    if (flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type) === 'true'
    if (flags & ts.TypeFlags.TemplateLiteral) return (type as ts.TemplateLiteralType).texts.join(text)
    if (flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return text
    if (flags & ts.TypeFlags.NumberLike) return turn % 3
    if (flags & ts.TypeFlags.BigIntLike) return 1n
    if (flags & ts.TypeFlags.Null) return null
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) return undefined
    if (flags & ts.TypeFlags.TypeParameter) return valueFor(checker.getBaseConstraintOfType(type) ?? checker.getStringType(), name, depth)
    if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.StringLike)) return text
    return ofObject(type, depth)
  }

  function ofUnion(type: ts.UnionType, name: string, depth: number): unknown {
    const members = type.types.filter((member) => depth < 6 || !(member.flags & ts.TypeFlags.Object))
    // A child or a text of any kind: somebody's text is what this is about.
    const texts = members.some((member) => member.flags & ts.TypeFlags.String)
    if (texts && turn % 4 !== 3) return text
    const chosen = members[(turn + lengthOf(name)) % members.length]
    return chosen && valueFor(chosen, name, depth + 1)
  }

  function ofObject(type: ts.Type, depth: number): unknown {
    const builtIn = ofBuiltIn(type, depth)
    if (builtIn !== undefined) return builtIn.value
    const [call] = type.getCallSignatures()
    if (call) return () => valueFor(call.getReturnType(), 'call', depth + 1)
    const object: Record<string, unknown> = {}
    for (const { keyType, type: value } of checker.getIndexInfosOfType(type))
      object[String(valueFor(keyType, 'index', depth + 1)).replace(text, keyOf(keyType, text))] = valueFor(value, 'index', depth + 1)
    for (const property of checker.getPropertiesOfType(type)) {
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0
      if (isOptional && (depth >= 6 || (turn + lengthOf(property.name)) % 5 === 4)) continue
      object[property.name] = valueFor(checker.getTypeOfSymbol(property), property.name, depth + 1)
    }
    return object
  }

  function ofBuiltIn(type: ts.Type, depth: number): { value: unknown } | undefined {
    const inner = () => checker.getTypeArguments(type as ts.TypeReference).map((argument) => valueFor(argument, 'item', depth + 1))
    if (checker.isTupleType(type)) return { value: inner() }
    if (checker.isArrayType(type)) return { value: depth > 6 ? [] : [...inner(), ...(turn % 2 ? inner() : [])] }
    switch (type.symbol?.name) {
      case 'Html':
        return { value: raw('<b>ours</b>') }
      case 'Date':
        return { value: new Date(1_789_000_000_000) }
      case 'Uint8Array':
        return { value: new Uint8Array(16) }
      case 'Set':
      case 'ReadonlySet':
        return { value: new Set(inner()) }
      case 'Map':
      case 'ReadonlyMap':
        return { value: new Map([inner() as [unknown, unknown]]) }
      default:
        return undefined
    }
  }

  /** What is not somebody's text though its type is string: names of zones, and the voice itself. */
  function knownByName(type: ts.Type, name: string): { value: unknown } | undefined {
    if (type.aliasSymbol?.name === 'Say') return { value: say(languages[turn % languages.length] ?? 'en') }
    if (/^(zone|timeZone)$/.test(name) && type.flags & ts.TypeFlags.String) return { value: 'Asia/Shanghai' }
    if (/(At|^at|^now)$/.test(name) && type.flags & ts.TypeFlags.Number) return { value: 1_789_000_000_000 }
    return undefined
  }
}

/** `data-…` keys keep their form; what a view may write as a name is the runtime's business. */
function keyOf(type: ts.Type, text: string): string {
  return type.flags & ts.TypeFlags.TemplateLiteral ? 'x' : text
}

/** Neighbouring props must not all change in step. */
function lengthOf(name: string): number {
  return name.length * 7 + (name.charCodeAt(0) || 0)
}
