declare module '*.sql' {
  const sql: string
  export default sql
}

declare module '*.gz' {
  const path: string
  export default path
}
/** A file inside the executable: where it can be read. */
declare module '#public/*' {
  const path: string
  export default path
}
