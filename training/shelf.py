"""Public-domain books to annotate that stand neither here nor beside the checkout.

They are editions made in the manner of Standard Ebooks, whose texts are in the public domain and whose makers gave
away their work (CC0); besides there are two reports: of the Iraq Inquiry (Crown copyright, Open Government Licence
3.0) and of the Special Counsel of 2019 (a work of the United States' government; this edition by Ian Dennis Miller,
CC BY 3.0). Annotations hold a book's name, file, start, end and the hash of the words; the books themselves
are got once, each at the commit that was annotated::

    git clone https://github.com/REPOSITORY training/books/NAME && git -C training/books/NAME checkout COMMIT

with REPOSITORY, NAME and COMMIT from `BOOKS` and `HELD_OUT`. Where a book is absent its annotations are left out.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "books"
# Name -> (repository, commit, excerpts).
BOOKS = {
    "angell": ("pbryan/norman-angell_the-great-illusion", "d0fb223084ace0ad3d38fcb883f3d2c51ca6729f", 34),
    "augustine": (
        "Survey0r/augustine-of-hippo_the-city-of-god_marcus-dods_george-wilson_j-j-smith",
        "41cd6deeea6f039f6cc56a825daaefa6988283d8", 30,
    ),
    "boswell": (
        "drgrigg/james-boswell_the-life-of-samuel-johnson", "91f5ad8038fb2050f343fee23992f29716588f0b", 34,
    ),
    "cooper": (
        "standardebooks/anna-julia-cooper_a-voice-from-the-south",
        "059fe9c75e22f8faa09b45f2a7566e880adaa4f5", 24,
    ),
    "douglass": (
        "standardebooks/frederick-douglass_narrative-of-the-life-of-frederick-douglass",
        "d45755fdb0118abacf596b8678a2c9e7a397da8f", 16,
    ),
    "dubois": (
        "standardebooks/w-e-b-du-bois_the-souls-of-black-folk", "8013f76e7d27fd7325fb93eafd180c8243dd4354", 20,
    ),
    "engels": (
        "robinwhittleton/friedrich-engels_the-condition-of-the-working-class-in-england_"
        "florence-kelley-wischnewetzky",
        "3019b973f5097260c702713bd325ef28d549cd3f", 30,
    ),
    "gibbs": ("jwgarber/philip-gibbs_now-it-can-be-told", "e09a4eeda7976cbb8718f1a9781d738b40a70377", 20),
    "herodotus": ("HendrikBK/herodotus_histories_g-c-macaulay", "3a11595420324eccaf23927fea8eb72042ddf384", 24),
    "ingersoll": (
        "cornetth/robert-g-ingersoll_the-works-of-robert-g-ingersoll-vol-2",
        "99cfacbac11dda757b91ecf5dfdcd387cfcd7cf2", 26,
    ),
    "james": (
        "brendanny/william-james_the-varieties-of-religious-experience",
        "0f464e85adacb5d2e2826c3067e258e91d1fbfc1", 30,
    ),
    "keynes": (
        "standardebooks/john-maynard-keynes_the-economic-consequences-of-the-peace",
        "295ec2bb3a8b2af528a01507fdd4993f4f928265", 24,
    ),
    "kropotkin": (
        "iesegnu/peter-kropotkin_memoirs-of-a-revolutionist", "51bd46c99b37910160a86186ea9ec3a156331ce6", 24,
    ),
    "locke": (
        "pbryan/john-locke_two-treatises-of-government", "a333175fd65e60c12c8c4bc35e04062f1e4ea2d1", 24,
    ),
    "paine": ("standardebooks/thomas-paine_the-age-of-reason", "0b2669fdcda3f763403da89cfdc66bcdd5d35a40", 30),
    "reed": (
        "standardebooks/john-reed_ten-days-that-shook-the-world",
        "43bdd5c0c279eb56046da558656a7fd3ef1986a3", 30,
    ),
    "russell": (
        "standardebooks/bertrand-russell_the-practice-and-theory-of-bolshevism",
        "ab0b41b221b71b37cf2c6c83e650d1f8829997c3", 20,
    ),
    "strachey": (
        "standardebooks/lytton-strachey_eminent-victorians", "a08fee85e21cf6f4ca3b17aa41eeae718e285770", 34,
    ),
    "wollstonecraft": (
        "standardebooks/mary-wollstonecraft_a-vindication-of-the-rights-of-woman",
        "40e9934f14a5c934f4bdbf73ca08e8597b0dbf04", 24,
    ),
    # Added later, so that the numbers of those above stay.
    "caesar": (
        "cgand/julius-caesar_commentaries-on-the-gallic-war", "bb05b84970bc3041c961695c6ae6aeebe57795bd", 40,
    ),
    "chesterton": (
        "Survey0r/g-k-chesterton_whats-wrong-with-the-world", "abf73ba2c0067b078234938deed5828d54c0cb14", 34,
    ),
    "cicero": (
        "SkyRedKite/cicero_on-the-nature-of-the-gods_c-d-yonge_benjamin-franklin",
        "cb2b3d44595890a2a59c4917a8950985241dfea6", 40,
    ),
    "clotel": ("davgross/william-wells-brown_clotel", "81086f60f9f9ecdb9699d621d027b6052ab921ae", 30),
    "hume": ("bwhelm/Hume_Treatise-of-Human-Nature", "91d59210f6627bf3da4ccb19c0a549e9a2a5267d", 30),
    "moody": (
        "homestar92/d-l-moody_the-way-to-god-and-how-to-find-it",
        "c059d1716d9af80db32065c334601babd825310a", 30,
    ),
    "plato": ("Librecron/plato_the-republic", "ecc956c7e5a231e586985640ac2f38d63eaa1780", 14),
    "smith": ("standardebooks/adam-smith_the-wealth-of-nations", "2b5c1ea5d6a904972dcb0bec9b89a32f0c3255c5", 30),
    # Added for the seventh weights.
    "arnold": (
        "standardebooks/matthew-arnold_culture-and-anarchy", "972973cf5f3753eba2e93bbda60c56d947c87e69", 34,
    ),
    "barnum": (
        "standardebooks/p-t-barnum_struggles-and-triumphs", "666e8a361ca1e584457b1127f32ab25e5e1754e3", 30,
    ),
    "belloc": (
        "standardebooks/hilaire-belloc_the-servile-state", "568c55f7cce491bdd254dac0cb83829e8ae1e076", 24,
    ),
    "everlasting": (
        "standardebooks/g-k-chesterton_the-everlasting-man", "12c26736c709e0afc8eefd94a3fa919b7ad781fd", 26,
    ),
    "gandhi": (
        "standardebooks/mahatma-gandhi_the-story-of-my-experiments-with-truth_mahadev-desai",
        "716dbc87ce56ce1817fca97ae28c7564d8b06f02", 34,
    ),
    "grant": (
        "standardebooks/ulysses-s-grant_personal-memoirs-of-ulysses-s-grant",
        "992732010cdea14e07a70e13ddb267a96fc8580e", 48,
    ),
    "hobhouse": ("standardebooks/l-t-hobhouse_liberalism", "2447f87760dd3a4911f4c3e946490169a3c9a390", 26),
    "ingersoll-1": (
        "cornetth/robert-g-ingersoll_the-works-of-robert-g-ingersoll-vol-1",
        "d7b9f9ec45b0917e5351b41aef8787146e4e199f", 30,
    ),
    "lawrence": (
        "standardebooks/t-e-lawrence_seven-pillars-of-wisdom", "ddfa6af344df3aab7364f400b89b71b5763d880e", 20,
    ),
    "malleus": (
        "javamanatee/heinrich-kramer_malleus-maleficarum_montague-summers",
        "2e79b95cc38edada85798baf8c2ad70471ab7639", 40,
    ),
    "mill": ("standardebooks/john-stuart-mill_on-liberty", "f9793ea4d5f540e28413cf49496da4fcbf54d822", 34),
    "mutual-aid": (
        "standardebooks/peter-kropotkin_mutual-aid", "007621934a333bce948532df4183434fc2429fad", 34,
    ),
    "pluralistic": (
        "standardebooks/william-james_a-pluralistic-universe", "6397d723a32718d3e85c74fa77733f397d6f15a5", 30,
    ),
    "progress": (
        "standardebooks/henry-george_progress-and-poverty", "8c2fe2bff3f22cbea4276e1832cc44f7b3731d28", 34,
    ),
    "sentiments": (
        "standardebooks/adam-smith_the-theory-of-moral-sentiments",
        "bc2d5be4f266b60a6c13df9255f12a5ae5a41b6f", 20,
    ),
    "spooner": ("standardebooks/lysander-spooner_no-treason", "a1641fe3c914d5213981157239bb535c28875086", 32),
    "franklin": (
        "standardebooks/benjamin-franklin_the-autobiography-of-benjamin-franklin",
        "ff5d6bec9a260f1f5e0ed216d97126f388a60d7c", 14,
    ),
    "gibbon": (
        "standardebooks/edward-gibbon_the-history-of-the-decline-and-fall-of-the-roman-empire",
        "557e5c4f70a51882c9f700fcc128a0c437b5ec77", 18,
    ),
    "adams": (
        "standardebooks/henry-adams_the-education-of-henry-adams", "0a2715c949152d0a75c9552bf6d861fe803c2cf0", 32,
    ),
    "addams": (
        "standardebooks/jane-addams_twenty-years-at-hull-house", "7e1c71d538d59177554494ca44857fd1d8d00d27", 32,
    ),
    "darkwater": (
        "standardebooks/w-e-b-du-bois_darkwater", "32c50f4e888a96f6f1de5363745610a6e2ae1971", 28,
    ),
    "emerson": (
        "standardebooks/ralph-waldo-emerson_essays", "28e3e4eedc0f41c88feee40fc600eddf277892f6", 24,
    ),
    "lippmann": (
        "PhenomenJan/walter-lippmann_public-opinion", "5d0e51d29f6be1a9dfa183a57307ee655e41d06a", 36,
    ),
    "machiavelli": (
        "standardebooks/niccolo-machiavelli_the-prince_w-k-marriott",
        "04f2ebb74d439b0fbeadea41fbca0cd2605a28a8", 28,
    ),
    "roosevelt": (
        "standardebooks/theodore-roosevelt_an-autobiography", "a144fe88af939f639b4acc32272510123dfb4c1f", 32,
    ),
    "rousseau": (
        "standardebooks/jean-jacques-rousseau_the-social-contract_g-d-h-cole",
        "2081368a2077a123aecdab6272a5e8dc78ff9e93", 28,
    ),
    "veblen": (
        "standardebooks/thorstein-veblen_the-theory-of-the-leisure-class",
        "0a0fe2d243e9621c03fb04d6613811c0e05e1170", 24,
    ),
    "doctrine": (
        "orionsarmstrong-code/augustine-of-hippo_on-christian-doctrine_j-f-shaw",
        "2ea250c4c3eab1a15054c194c599d56b96270506", 32,
    ),
    "heretics": (
        "standardebooks/g-k-chesterton_heretics", "ba7d686509293e838f829e7f8e1433287aa5e764", 32,
    ),
    "meditations": (
        "standardebooks/marcus-aurelius_meditations_george-long", "ce1fe75246944c3e1b7e6e16ce44e36825d22ac9", 12,
    ),
    "orthodoxy": (
        "standardebooks/g-k-chesterton_orthodoxy", "7e3d92347e411b959bb294d7ae139207437daa51", 28,
    ),
    "victoria": (
        "standardebooks/lytton-strachey_queen-victoria", "fc4fbd0d3313cf68c004499f3474a84ef978592d", 44,
    ),
    "walden": ("standardebooks/henry-david-thoreau_walden", "f000c2130735e4cff43fd147d47201c0199405d2", 20),
    "speeches": (
        "Librecron/yuvraj-singh_my-fellow-americans", "c0baff5dbf458f24fde465f9709c9099a0efe556", 96,
    ),
    # Added for the eighth weights: reports of our time.
    "iraq": ("official-inquiries/uk-iraq-inquiry", "0d52af60419bd5dbb2b368a387d0ca240b5496ac", 72),
    "mueller": ("iandennismiller/mueller-report", "3aa16a20104f48623ce8e12c8502ecb1867a40f8", 56),
}  # fmt: skip
# What is read of those that are no editions of that kind.
FILES = {"iraq": "pages/*.md", "mueller": "docs/mueller-report-vol-*.html"}
# Held out: nothing of them is ever trained or tuned on.
HELD_OUT = {
    "commission": (
        "bwhittakerb/truth-and-reconciliation-commission-of-canada_"
        "honouring-the-truth-reconciling-for-the-future",
        "2129550702f32ee9b9a1b41771ca1c385354dbc9", 12,
    ),
    "frazer": (
        "ACBSmith/james-george-frazer_the-golden-bough", "c5bf5d1a35a4d66cf5c8c318c25739ea9114517a", 6,
    ),
    "hobbes": ("pbryan/thomas-hobbes_leviathan", "264556a5c072e5c231a8062603f50eb4e7504811", 6),
}  # fmt: skip
# Files that begin so are no author's; of the commission's report more are lists.
APPARATUS = (
    "colophon", "dedication", "endnotes", "epigraph", "halftitle", "imprint", "loi", "titlepage", "toc",
    "uncopyright",
)  # fmt: skip
SKIPPED = {
    "commission": ("appendix", "bibliography", "callstoaction", "commissionactivities"),
    # Of the speeches one is in GUM's development part; the editor's own pages are of our days.
    "speeches": ("acknowledgments", "chapter-107", "foreword", "introduction", "preface"),
}


def chapters(name: str) -> list[Path]:
    """Give the files of a book that its author wrote, as far as their names tell."""
    files = FILES.get(name, "src/epub/text/*.xhtml")
    apart = (*APPARATUS, *SKIPPED.get(name, ()))
    return [one for one in sorted((FOLDER / name).glob(files)) if not one.stem.startswith(apart)]


def stretches(
    books: dict[str, tuple[str, str, int]],
    text_of: Callable[[Path], str],
    pieces: Callable[[str], list[tuple[int, int]]],
) -> Iterator[tuple[int, str, str, int, int]]:
    """Choose the stretches to annotate: number from 1, book, file, start, end; the same ones at any time."""
    number = 1
    for name, (_, _, wanted) in books.items():
        places = [
            (path.relative_to(FOLDER).as_posix(), start, end)
            for path in chapters(name)
            for start, end in pieces(text_of(path))
            if name not in FILES or not _notes(text_of(path)[start:end])
        ]
        random.Random(name).shuffle(places)
        for nth, (file, start, end) in enumerate(sorted(places[:wanted])):
            yield number + nth, name, file, start, end
        number += wanted


def _notes(words: str) -> bool:
    """Say whether a stretch is a page of notes: a third of its paragraphs begin with a number in brackets."""
    rows = words.split("\n\n")
    return 3 * sum(one.startswith("[") for one in rows) > len(rows)
