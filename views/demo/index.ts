/** A small believable shop, built in, to see Kefu at work on: pages with drawings, prices and an article, in three languages. */
export { CartPage } from './cart-page.tsx'
export { GoodPage } from './good-page.tsx'
export { goodBySlug } from './goods.ts'
export { GuidePage } from './guide-page.tsx'
export { HomePage } from './home-page.tsx'
export { ListPage } from './list-page.tsx'
export { ShippingPage } from './shipping-page.tsx'
export type { Shop } from './shop.ts'
