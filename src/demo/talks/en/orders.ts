import { talksFrom } from '../talk.ts'

/** Shipping, customs, returns. */
export const orderTalks = talksFrom(`
# UK delivery @ London Manchester Birmingham Cardiff
> Hi, do you ship to the UK?
< Hello! Yes, it leaves Jingdezhen within 48 hours and takes eight to ten days. Postage goes by weight; for one gaiwan it is about £9.
> Do I pay customs?
< Under £135 the VAT is in the price, so nothing at the door.
> Perfect, thank you

# Customs in the EU @ Hamburg
> I'm in Hamburg. Will I have to pay customs?
< Hello! For orders under €150 the VAT is already in the price. Above that DHL collects the import VAT on delivery.
> It's the teapot, so about 165 €
< Then it would be 19% import VAT plus a €6 handling fee, about €37. I'd rather tell you now.
> Appreciate the honesty. I'll think about it

# Where is my parcel @ Leeds
> Order {order} hasn't moved since Tuesday
< Let me look… It reached the Leeds depot last night but wasn't scanned out. I've asked the courier to check.
> It's a birthday present for Saturday :(
< Understood. They confirmed it is on today's van. If it isn't with you by tomorrow noon I'll find another way, promise.
> Thanks, fingers crossed

# Broken lid
> The lid arrived chipped
> [chipped.png]
< I'm so sorry, thank you for the photo. A new lid from the same firing leaves today. No need to return anything.
> Will the colour match?
< Yes, we keep spare lids of every firing for exactly this. Could you give me the order number?
> {order}
< Found it. You'll have the tracking number tonight.
> That was quick, thanks Emily

# Returns
> What's your return policy?
< Seven days after it arrives, if it hasn't been used. We carry the return insurance.
> And tea?
< Opened tea stays with you, but you can ask for a sample of any of them first.
> Fair enough

# Change the address @ Edinburgh
> I moved last month and forgot to change my address on order {order}
< No problem, it hasn't left yet. What is the new address?
> 14 Argyle Place, Edinburgh EH9 1JT
< Changed. You'll get a new confirmation in a minute.
> Got it, thank you!

# A note with it
> Can you include a handwritten note?
< Yes, free, up to 200 characters. And the gaiwan comes in its own gift box.
> "To Mum, for quiet mornings. Love, Ruth"
< Lovely. I'll add it and leave the invoice out of the parcel.
> You're the best

# Shipping to the US @ Chicago
> How long to Chicago?
< Hello! Seven to ten days by DHL, fully tracked, about $14 for one gaiwan.
> Is a signature required?
< By default yes, but I can waive it if you prefer.
> Please waive it, I'm at work all day
< Done. I put a note on your order.
`)
