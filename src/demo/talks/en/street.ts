import { talksFrom } from '../talk.ts'

/** What is asked while the demo runs. */
export const streetTalks = talksFrom(`
# In stock
> Hi! Is the celadon gaiwan in stock?
< Hello! Yes, twelve left of this firing. It leaves within 48 hours.
> Can you pick one with an even glaze?
< I'll ask the store room to choose. Just write "even glaze" in the note.
> Will do, thanks

# Dishwasher
> Is it dishwasher safe?
< I'd keep it out. The heat changes can open the crackle further. Warm water and a soft cloth are enough.
> And tea stains?
< Baking soda, gently. No steel wool.
> Great, thanks

# Engraving
> Could you engrave initials on a cup?
< Yes, ¥30 for a single piece, up to eight characters, nine working days.
> "R & J" for a wedding present
< Lovely. I'll send you the layout before we start.
> Wonderful, ordering now

# Delivery to Ireland @ Dublin
> Do you deliver to Dublin?
< We do, nine to eleven days. Below €150 there's nothing to pay at the door.
> And if something breaks on the way?
< Send a picture within 24 hours and a new one leaves the same day.
> Good, thank you

# Present under fifty
> I need a present under £50 for someone who drinks green tea
< The celadon gaiwan and a moon white cup are about £39 together, and the gaiwan has its own box. Green tea loves a gaiwan.
> Is the box nice?
< [gift-box.png] This one.
> Yes please

# Order status
> Can you check my order?
< Of course, what's the number?
> {order}
< It left this morning; tracking starts tonight.
> Thank you!

# Teapot for oolong
> Which pot would you use for oolong?
< Honestly, the gaiwan: it shows more of the scent. The Xishi pot is at its best with pu'er and aged white tea.
> Interesting, most shops would have sold me the pot
< Then you'd have come back with questions.
> Gaiwan it is

# Student discount
> Do you have any discounts?
< ¥20 off a first order, it comes off in the basket. Is this your first?
> It is, thanks!
`)
