/*
 * Photographs are made smaller before they travel: nobody in a chat needs twelve megapixels, and a phone's picture may carry where it was
 * taken. Anything that this browser cannot draw, and every animation, goes as it is.
 */

const longestSide = 2_560
const smallEnough = 600_000
const quality = 0.86
const drawable = /^image\/(jpeg|png|webp|bmp|avif|heic|heif)$/

/** The picture to send: a smaller JPEG where that is worth it, else the file itself. */
export async function lighter(file: File): Promise<File> {
  if (!drawable.test(file.type) || file.size <= smallEnough) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const blob = await drawn(picture)
    picture.close()
    return blob && blob.size < file.size * 0.9 ? new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}

function drawn(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  // What is transparent would turn black in a JPEG.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}
