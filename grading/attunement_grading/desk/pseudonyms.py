"""Names that markers see instead of learners' names: two plain words, drawn by a secret."""

from __future__ import annotations

import hashlib
from math import gcd

FIRST = """
amber ashen autumn azure birch bright bronze calm cedar chalk cherry chestnut clear clover
cobalt copper coral cotton crystal dappled dawn deep distant dusky early east ember evening
fallow far fern flint floating forest fresh garnet gentle ginger glass golden granite green
harbour hazel heather hidden high hill honey indigo island ivory jade juniper lantern late
lavender leaf lilac linen little long lunar maple marble marsh meadow mellow midday misty moss
morning north oak ochre olive onyx open opal orchard paper pearl pebble pine plain polar poplar
quiet rain reed ripe river rose rowan russet saffron sand scarlet sea shaded shore silver slate
slow snow soft south spring spruce steady stone summer sunlit tidal timber topaz upper velvet
violet walnut warm wheat wide willow winter wooden yellow
""".split()
SECOND = """
alder anchor apple arbour arch aspen badger bay beacon bell bench bittern bluebell bough bridge
brook candle canyon cape causeway clearing cliff cloud compass cove crane creek crest curlew
dale delta dipper dove dune egret elder elm estuary fell field finch fjord ford fountain gable
gate glade glen grove gull gulf harbour harvest hawthorn hearth heath hedge heron hollow inlet
iris ivy jetty kestrel kite knoll lagoon lake lane lapwing lark ledge linnet lintel loch lodge
loom magpie marten martin mast mead mill moor mooring nest nuthatch oriole osprey otter owl pass
path peak pier plateau plover pond pool porch prairie quarry quay quill rapids raven reef ridge
robin rook rowan saddle sail sandpiper shoal sill skylark sparrow spire spring spur stair stile
strand stream swallow swift tarn teal tern terrace thicket thistle thrush tide tower trail vale
valley verge wagtail warbler warren water weir well wharf wold woodland wren yew
""".split()


def number(secret: str, *words: str) -> int:
    """A number below 2**31 that the words decide, and that nobody can tell without the secret."""
    text = "\0".join((secret, *words))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) >> 1


def pseudonym(secret: str, index: int) -> str:
    """The pseudonym of the author who was entered as number ``index``, each a different one."""
    size = len(FIRST) * len(SECOND)
    round, place = divmod(index, size)
    step = _coprime(number(secret, "step"), size)
    drawn = (number(secret, "start") + place * step) % size
    name = f"{FIRST[drawn // len(SECOND)].capitalize()} {SECOND[drawn % len(SECOND)]}"
    return f"{name} {round + 1}" if round else name


def _coprime(drawn: int, size: int) -> int:
    """A step that visits every place before it comes back."""
    step = drawn % size or 1
    while gcd(step, size) != 1:
        step += 1
    return step
