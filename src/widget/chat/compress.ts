const longestSide = 1_920
const smallEnough = 500_000

export type Plan = { keep: true } | { keep: false; width: number; height: number; type: 'image/jpeg' | 'image/webp' }

/**
 * What happens to a picture before it is sent. Photos are always drawn anew, which also drops where they were taken;
 * animations and small drawings (screenshots) stay as they are.
 */
export function planPicture({ type, bytes, width, height }: { type: string; bytes: number; width: number; height: number }): Plan {
  const scale = Math.min(1, longestSide / Math.max(width, height, 1))
  const drawn = type === 'image/png' || type === 'image/webp'
  if (type === 'image/gif') return { keep: true }
  if (type === 'image/png' && scale === 1 && bytes <= smallEnough) return { keep: true }
  return { keep: false, width: Math.round(width * scale), height: Math.round(height * scale), type: drawn ? 'image/webp' : 'image/jpeg' }
}

export type Picture = { blob: Blob; width: number | null; height: number | null; type: string }

/** The picture ready to be sent. One that this browser cannot draw goes as it is: the server decides. */
export async function preparePicture(file: File): Promise<Picture> {
  const asItIs: Picture = { blob: file, width: null, height: null, type: file.type }
  if (file.type === 'image/gif') return { ...asItIs, ...(await sizeOf(file)) }
  try {
    const drawn = await decode(file)
    const plan = planPicture({ type: file.type, bytes: file.size, width: drawn.width, height: drawn.height })
    const blob = plan.keep ? null : await draw(drawn, plan)
    // Drawing anew can make a well-packed picture larger; only a photo's hidden notes are worth that.
    if (plan.keep || !blob || (blob.size > file.size && file.type === 'image/png')) return { ...asItIs, width: drawn.width, height: drawn.height }
    return { blob, width: plan.width, height: plan.height, type: blob.type }
  } catch {
    return asItIs
  }
}

type Drawable = { source: CanvasImageSource; width: number; height: number }

async function decode(file: Blob): Promise<Drawable> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return { source: bitmap, width: bitmap.width, height: bitmap.height }
  } catch {
    // Safari before 15 has no such function, Chromium 80 no such option.
    return decodeByElement(file)
  }
}

function decodeByElement(file: Blob): Promise<Drawable> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    const address = URL.createObjectURL(file)
    image.onload = () => {
      URL.revokeObjectURL(address)
      resolve({ source: image, width: image.naturalWidth, height: image.naturalHeight })
    }
    image.onerror = () => {
      URL.revokeObjectURL(address)
      reject(new Error('not a picture'))
    }
    image.src = address
  })
}

async function sizeOf(file: Blob): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = await decodeByElement(file)
    return { width, height }
  } catch {
    return null
  }
}

/** Browsers that cannot write WebP answer with PNG; a photo-sized PNG is then better off as JPEG on white. */
async function draw({ source }: Drawable, plan: Extract<Plan, { keep: false }>): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = plan.width
  canvas.height = plan.height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  if (plan.type === 'image/webp') {
    pen.drawImage(source, 0, 0, plan.width, plan.height)
    const blob = await written(canvas, 'image/webp')
    if (blob && blob.type === 'image/webp') return blob
    pen.globalCompositeOperation = 'destination-over'
  }
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, plan.width, plan.height)
  if (plan.type === 'image/jpeg') pen.drawImage(source, 0, 0, plan.width, plan.height)
  return written(canvas, 'image/jpeg')
}

function written(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.85))
}
