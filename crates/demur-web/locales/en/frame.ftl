### What stands around every page, and what can go wrong.

frame-skip = Skip to the content
frame-danger = Danger now
frame-leave = Leave quickly
frame-leave-hint = Shows a neutral page at once. Pressing Escape three times does the same.
frame-demo = Demonstration: firm, people and case files are made up, and nothing is kept.
frame-foot = Not legal advice. A person decides.
frame-signed-in = Signed in: { $login }
frame-sign-out = Sign out

nav-label = Rooms
nav-counter = Counter
nav-cases = Case files
nav-providers = Providers
nav-law = Law
nav-policy = House policy
nav-settings = Settings

away-title = Welcome
away-text = We will be with you in a moment.
away-back = Go on

danger-title = Danger now
danger-lead = Help first. Nothing else is urgent.
danger-call = Call 112
danger-step-away = Get yourself to safety: keep your distance, stay near an exit, close a door between you and the danger.
danger-step-call = Call 112. Say where you are, what happens and how many people are hurt, and do not hang up first.
danger-step-others = Tell colleagues and guests. Nobody stays alone with a violent person.
danger-step-help = Give first aid if you can do it safely; the voice on the telephone tells you how.
danger-step-after = Afterwards: rest, somebody to talk to, and only then write down what happened.
danger-say-title = What to say
danger-say = Help is on its way. Please keep your distance.
danger-no-refusal = Whoever needs urgent help gets it. Whether to serve is decided when the danger is over.
danger-back = The danger is over

fault-home = To the counter
fault-code = Code: { $code }
fault-title-not-found = There is nothing here
fault-title-forbidden = This is not possible for you
fault-title-conflict = Somebody else was quicker
fault-title-broken = Something went wrong
fault-title-invalid = This cannot be taken as it is
fault-not-found = There is no such page, or you may not see it. The address may be mistyped or old.
fault-not-set-up = The app has not been set up yet.
fault-not-yours = Your role does not include this. Whoever runs the app can change roles under Settings, People.
fault-only-admin = Only whoever runs the app can do this.
fault-not-our-form = The form was not sent by a page of this session; perhaps you signed in again in the meantime. Go back, load the page again and repeat it. Nothing was changed.
fault-unreadable = The form could not be read. Go back and send it again. Nothing was changed.
fault-interview-gone = This interview is over. If it was recorded, its case file is in the register; otherwise begin again, it takes a minute.
fault-broken = It is a fault of the program. Nothing was lost that was confirmed before. Try again; if it stays, tell whoever runs the app.

components-title = Components
components-lead = Every part from which pages are made, with its states. What looks wrong here looks wrong everywhere.
components-sentence = One sentence says what is meant and what to do.
components-verdict = Verdict
components-buttons = Buttons
components-tiles = Tiles
components-say = Words to say
components-badges = Badges
components-verified = verified
components-recalled = recalled
components-contested = contested
components-fields = Fields
components-beside = Beside the point
components-lists = Lists
components-panel = Panel
components-timeline = Timeline
components-table = Table
