import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder } from './folder.ts'

/** Two pairs for kefu.example, valid for a hundred years and used nowhere but in tests. */
export const one = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUSwlolr0qJlLZJ5kJbXAJwVZ0BMowCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMa2VmdS5leGFtcGxlMCAXDTI2MTEyMjA5MjUyM1oYDzIxMjYx
MDI5MDkyNTIzWjAXMRUwEwYDVQQDDAxrZWZ1LmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAQch+nJiL14tW2fSHEHustou3LafBcXIru9FBjBUYjWDkQf
f4VLnHsjD9b2gdd3Yru9qo1gferhYzi0knPYY7ABo2wwajAdBgNVHQ4EFgQUYwJb
xKLXgWAS3aedM7h9iTuFccowHwYDVR0jBBgwFoAUYwJbxKLXgWAS3aedM7h9iTuF
ccowDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxrZWZ1LmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIgWFENICkt9J00cubZKZ1Iwaeky2nsKDx74JbQWT4TXNQC
IQCzRxmXD4EdkWVwTIi0TMNSbVCM813N+y85byn87ApzTQ==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgvh302CdhA/uSKs+R
qC2J9hHICD4USx9bv5ABYsWUK3OhRANCAAQch+nJiL14tW2fSHEHustou3LafBcX
Iru9FBjBUYjWDkQff4VLnHsjD9b2gdd3Yru9qo1gferhYzi0knPYY7AB
-----END PRIVATE KEY-----
`
}

export const other = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBnzCCAUSgAwIBAgIUCs8/HgBWv88DLfnH63zp8pA/jIcwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMa2VmdS5leGFtcGxlMCAXDTI2MTEyMjA5MjUyM1oYDzIxMjYx
MDI5MDkyNTIzWjAXMRUwEwYDVQQDDAxrZWZ1LmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAR5AaKTvX2Q71QC+8R1d/kykH7Mni5n2i15lOC2exLMHiBb
00+ub+OHlP7cUznrvcLBD1gJgMvdaj13KBwVivzZo2wwajAdBgNVHQ4EFgQUjvSt
/XHpNwzFSmxMZ+8HZwjl0z8wHwYDVR0jBBgwFoAUjvSt/XHpNwzFSmxMZ+8HZwjl
0z8wDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxrZWZ1LmV4YW1wbGUwCgYI
KoZIzj0EAwIDSQAwRgIhANj3hkfZ1CbrYEQvHMbPZmU1Xl0+RmbRnGcOYRqTM+Fq
AiEAmgr1sfcs4vkv9MsTO6FPmA2ENSFTmmiP3H3yrT7DAVA=
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgACvoOqlULe/dlLnL
s+dJlr5k1B9H88X13pRCCzsD93OhRANCAAR5AaKTvX2Q71QC+8R1d/kykH7Mni5n
2i15lOC2exLMHiBb00+ub+OHlP7cUznrvcLBD1gJgMvdaj13KBwVivzZ
-----END PRIVATE KEY-----
`
}

/** Writes a pair as files; gives their paths. */
export function certificateFiles({ cert, key }: { cert: string; key: string }): { cert: string; key: string } {
  const folder = emptyFolder()
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.cert, cert)
  writeFileSync(files.key, key)
  return files
}
