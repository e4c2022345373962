export const files = {
  'files.type': '不支持这种文件。可以发送图片、PDF、Office 文档、文本、zip、音频和视频。',
  'files.mismatch': '“{name}”的内容与扩展名不符。',
  'files.damaged': '这张图片已损坏，无法显示。',
  'files.pixels': '图片超过 4000 万像素，请缩小后再试。',
  'files.portrait': '头像须为 PNG、JPEG 或 WebP 格式。',
  'files.empty': '这个文件是空的。',
  'files.encoded': '请直接发送原文件，传输时不要压缩。',
  'files.interrupted': '文件没有传完整，请重新发送。',
  'files.too_many': '每个会话最多 {n} 个文件，本会话已满。',
  'files.no_room': '每个会话的文件总量上限为 {limit}，本会话已满。',
  'files.paused': '暂时无法接收文件，文字消息不受影响。'
} as const
