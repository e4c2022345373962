/** Where an address is, and what that place is called: from data that lies beside the appliance, without asking anybody. */
export { keyOfIPv6 } from './layout.ts'
export { countryName, type Length, type PlaceParts, placeName, placeParts } from './names.ts'
export { packGeo, type Ranges } from './pack.ts'
export { type Geo, type Place, place } from './place.ts'
export { regionName } from './regions.ts'
export { openGeo, type Unpacked, unpackGeo } from './unpack.ts'
