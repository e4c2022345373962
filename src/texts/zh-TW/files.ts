export const files = {
  'files.type': '不支援這種檔案。可以傳送圖片、PDF、Office 文件、純文字、zip、音訊和影片。',
  'files.mismatch': '「{name}」的內容與副檔名不符。',
  'files.damaged': '這張圖片已損毀，無法顯示。',
  'files.pixels': '圖片超過 4000 萬像素，請縮小後再試。',
  'files.portrait': '大頭貼須為 PNG、JPEG 或 WebP 格式。',
  'files.empty': '這個檔案是空的。',
  'files.encoded': '請直接傳送原始檔案，傳輸時不要壓縮。',
  'files.interrupted': '檔案沒有傳送完整，請重新傳送。',
  'files.too_many': '每個對話最多 {n} 個檔案，這個對話已滿。',
  'files.no_room': '每個對話的檔案總量上限為 {limit}，這個對話已滿。',
  'files.paused': '暫時無法接收檔案，文字訊息不受影響。'
} as const
