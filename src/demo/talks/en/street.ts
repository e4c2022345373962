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

# Wrong colour
> I ordered celadon and got moon white
> [cup.png]
< Oh no, our mistake, I'm sorry. The celadon one leaves today. Please keep the other one or send it back at our cost.
> Keep it? Really?
< At 15% off, if you like it. Otherwise the courier picks it up.
> I do like it. Let's do that

# Packing
> I've had teapots arrive in pieces before. How do you pack?
< Honeycomb paper and a wooden grid, two layers. We drop the boxes from a metre to test them.
> That's oddly reassuring

# Repair
> I chipped the lid of my gaiwan. Can it be mended?
> [chipped.png]
< It can: with gold, from ¥180, four to six weeks. Or a new lid for ¥68.
> Gold, please. I've had it for two years
< I'll write down where to send it. Put the order number in the box.
> Thank you, that's lovely

# Water temperature
> What temperature for Silver Needle?
< About ninety degrees, three grams, twenty seconds for the first cup.
> I've been using boiling water, which may explain things
< It's forgiving. Just pour sooner.

# A second one
> The gaiwan I bought in spring is wonderful. Could I get two more for friends?
< How nice to hear! Two together are ten percent off, each in its own box.
> Can they be sent to two addresses?
< Of course, write both in the note.
> Perfect

# Learning
> Do you have a guide for beginners?
< Yes, "How to choose a first gaiwan" in the menu. Five minutes to read.
> Reading it now, thanks
`)
