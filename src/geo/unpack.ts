import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Geo, geoFrom, type Reader } from './place.ts'

/** Where the data lies after unpacking: a file, or memory when no file can be written. */
export type Unpacked = string | Uint8Array

/**
 * Unpacks the packed data (gzip) into a folder once; later starts only look whether it is there. The file's name is its
 * checksum and size, both from the end of the packed data; files of earlier versions are removed. In a folder that cannot be
 * written, or on a full disk, the data stays in memory (15 MB).
 */
export async function unpackGeo(packed: Blob, folder: string): Promise<Unpacked> {
  const trailer = new DataView(await packed.slice(packed.size - 8).arrayBuffer())
  const size = trailer.getUint32(4, true)
  const name = `geo-${trailer.getUint32(0, true).toString(16).padStart(8, '0')}-${size}.bin`
  const file = join(folder, name)
  if ((await sizeOf(file)) === size) return file
  const bytes = await promisify(gunzip)(await packed.arrayBuffer())
  return (await written(bytes, folder, name)) ? file : bytes
}

/**
 * Opens what `unpackGeo` left. A file is read in place, not mapped: a look-up costs two reads from the page cache (0.7 µs each),
 * while mapped pages count as our memory, 64 KB for each that is touched: 16 MB after 200 look-ups, against 1.3.
 */
export function openGeo(unpacked: Unpacked): Geo {
  return geoFrom(typeof unpacked === 'string' ? fileReader(unpacked) : memoryReader(unpacked))
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    (found) => found.size,
    () => null
  )
}

/** Written beside and renamed, so that a file of this name is always whole. */
async function written(bytes: Uint8Array, folder: string, name: string): Promise<boolean> {
  const unfinished = join(folder, `${name}.${process.pid}.new`)
  try {
    await mkdir(folder, { recursive: true })
    const handle = await open(unfinished, 'w')
    await handle
      .writeFile(bytes)
      .then(() => handle.sync())
      .finally(() => handle.close())
    await rename(unfinished, join(folder, name))
    await removeEarlier(folder, name)
    return true
  } catch {
    await rm(unfinished, { force: true }).catch(() => {})
    return false
  }
}

async function removeEarlier(folder: string, name: string): Promise<void> {
  const earlier = (await readdir(folder)).filter((found) => /^geo-[\da-f]{8}-\d+\.bin/.test(found) && found !== name)
  await Promise.all(earlier.map((found) => rm(join(folder, found), { force: true })))
}

function fileReader(file: string): Reader {
  const handle = openSync(file, 'r')
  let room = new Uint8Array(4_096)
  return {
    size: fstatSync(handle).size,
    read(at, length) {
      if (length > room.length) room = new Uint8Array(length)
      return room.subarray(0, readSync(handle, room, 0, length, at))
    },
    close: () => closeSync(handle)
  }
}

function memoryReader(bytes: Uint8Array): Reader {
  return { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length), close: () => {} }
}
