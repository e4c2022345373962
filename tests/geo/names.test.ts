import { expect, test } from 'bun:test'
import { countryName, type Place, placeName, placeParts, regionName } from '#src/geo/index.ts'

const at = (country: string, region: string | null = null, city: string | null = null): Place => ({ country, region, city })

test.each([
  [at('CN', 'GD', 'Shenzhen'), '广东深圳', '廣東深圳', 'Shenzhen, Guangdong, China', 'Shenzhen, China'],
  [at('CN', 'FJ', 'Xiamen'), '福建厦门', '福建廈門', 'Xiamen, Fujian, China', 'Xiamen, China'],
  [at('CN', 'BJ', 'Beijing'), '北京', '北京', 'Beijing, China', 'Beijing, China'],
  [at('CN', 'SH', 'Pudong'), '上海浦东', '上海浦東', 'Pudong, Shanghai, China', 'Pudong, China'],
  [at('CN', 'JL', 'Jilin City'), '吉林市', '吉林市', 'Jilin City, Jilin, China', 'Jilin City, China'],
  [at('CN', 'GD'), '广东', '廣東', 'Guangdong, China', 'Guangdong, China'],
  [at('CN'), '中国', '中國', 'China', 'China'],
  [at('TW', 'TPE', 'Taipei'), '台湾台北', '台灣台北', 'Taipei, Taiwan', 'Taipei, Taiwan'],
  [at('TW', 'TXG', 'Fengyuan'), '台湾台中', '台灣台中', 'Fengyuan, Taichung, Taiwan', 'Fengyuan, Taiwan'],
  [at('TW'), '台湾', '台灣', 'Taiwan', 'Taiwan'],
  [at('HK', 'HCW', 'Central'), '香港', '香港', 'Hong Kong', 'Hong Kong'],
  [at('MO', null, 'Macao'), '澳门', '澳門', 'Macao', 'Macao'],
  [at('GB', 'ENG', 'Bristol'), '英国 Bristol', '英國 Bristol', 'Bristol, United Kingdom', 'Bristol, UK'],
  [at('US', 'TX', 'Austin'), '美国 Austin', '美國 Austin', 'Austin, TX, United States', 'Austin, US'],
  [at('US', 'TX'), '美国', '美國', 'TX, United States', 'TX, US'],
  [at('SG', null, 'Singapore'), '新加坡', '新加坡', 'Singapore', 'Singapore'],
  [at('IT', '62', 'Rome'), '意大利 Rome', '義大利 Rome', 'Rome, Italy', 'Rome, Italy']
])('%o is named in three languages', (place, simplified, traditional, english, short) => {
  expect(placeName(place, 'zh-CN')).toBe(simplified)
  expect(placeName(place, 'zh-TW')).toBe(traditional)
  expect(placeName(place, 'en')).toBe(english)
  expect(placeName(place, 'en', 'short')).toBe(short)
  expect(placeName(place, 'zh-CN', 'short')).toBe(simplified)
})

test('an unknown place has no name, a country without a name its code', () => {
  expect(placeName(null, 'zh-CN')).toBeNull()
  expect(placeName(at(''), 'zh-CN')).toBeNull()
  expect(placeName(at('XX'), 'zh-CN')).toBe('XX')
  expect(countryName('not a code', 'en')).toBe('not a code')
})

test('provinces are found by their letters and by the numbers of old', () => {
  expect(placeName(at('CN', '44', 'Shenzhen'), 'zh-CN')).toBe('广东深圳')
  expect(placeName(at('CN', '11', 'Beijing'), 'en')).toBe('Beijing, China')
  expect(regionName('CN', '31', 'zh-TW')).toBe('上海')
  expect(regionName('TW', 'KHH', 'zh-CN')).toBe('高雄')
  expect(regionName('CN', 'ZZ', 'zh-CN')).toBeNull()
  expect(regionName('GB', 'ENG', 'zh-CN')).toBeNull()
})

test('the 34 provinces have names in three languages', () => {
  const codes = 'BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ TW HK MO'.split(' ')
  expect(codes).toHaveLength(34)
  for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
    const names = codes.map((code) => regionName('CN', code, language))
    expect(new Set(names).size).toBe(34)
    for (const name of names) expect(name).toMatch(language === 'en' ? /^[A-Z][a-z]+( [A-Z][a-z]+)?$/ : /^[一-鿿]{2,3}$/)
  }
})

test('a city is found however its name is spelled', () => {
  expect(placeName(at('CN', 'XJ', 'Ürümqi'), 'zh-TW')).toBe('新疆烏魯木齊')
  expect(placeName(at('CN', 'JX', 'Ji’an'), 'zh-CN')).toBe('江西吉安')
  expect(placeName(at('CN', 'SN', "Xi'an"), 'zh-CN')).toBe('陕西西安')
  expect(placeName(at('CN', 'JS', 'Changshu City'), 'zh-CN')).toBe('江苏常熟')
  expect(placeName(at('CN', 'HA', 'Puyang Chengguanzhen'), 'zh-CN')).toBe('河南濮阳')
  expect(placeName(at('CN', 'HB', 'Xiangfan'), 'zh-CN')).toBe('湖北襄阳')
})

test('cities of one name are told apart by their provinces', () => {
  expect(placeName(at('CN', 'ZJ', 'Taizhou'), 'zh-CN')).toBe('浙江台州')
  expect(placeName(at('CN', 'JS', 'Taizhou'), 'zh-CN')).toBe('江苏泰州')
  expect(placeName(at('CN', 'FJ', 'Fuzhou'), 'zh-TW')).toBe('福建福州')
  expect(placeName(at('CN', 'JX', 'Fuzhou'), 'zh-TW')).toBe('江西撫州')
})

test('no pinyin stands in a Chinese page: of a city without a Chinese name its province is said', () => {
  expect(placeName(at('CN', 'JS', 'Dailou'), 'zh-CN')).toBe('江苏')
  expect(placeName(at('CN', 'SC', 'Beijing'), 'zh-CN')).toBe('四川')
  expect(placeName(at('CN', 'JS', 'Dailou'), 'en')).toBe('Dailou, Jiangsu, China')
})

test('a place comes in parts too', () => {
  expect(placeParts(at('CN', 'GD', 'Shenzhen'), 'zh-CN')).toEqual({ country: '中国', region: '广东', city: '深圳' })
  expect(placeParts(at('GB', 'ENG', 'Bristol'), 'en')).toEqual({ country: 'United Kingdom', region: null, city: 'Bristol' })
  expect(placeParts(at('CN', 'BJ', 'Beijing'), 'en')).toEqual({ country: 'China', region: 'Beijing', city: null })
})

test('twenty thousand names take a moment', () => {
  const began = performance.now()
  for (let n = 0; n < 20_000; n++) placeName(at('CN', 'GD', n % 2 ? 'Shenzhen' : 'Guangzhou'), 'zh-CN')
  expect(performance.now() - began).toBeLessThan(2_000)
})
