"""Public-domain books to annotate that stand neither here nor beside the checkout.

They are editions made in the manner of Standard Ebooks, whose texts are in the public domain and whose makers gave
away their work (CC0); besides there are reports, and other words, of our time: of the Iraq Inquiry and of the Leveson
Inquiry (Crown copyright, Open Government Licence), of the Special Counsels of 2019 (in an edition by Ian Dennis
Miller, CC BY 3.0) and 2025, and speeches in Congress, briefings of the White House, opinions of the Supreme Court and
articles of NASA (works of the United States' government). Annotations hold a book's name, file, start, end and
the hash of the words; the books themselves are got once, each at the commit that was annotated::

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
    # Added after the ninth weights.
    "art": (
        "standardebooks/leo-tolstoy_what-is-art_aylmer-maude", "b7cb1a582e4046cff65e74fed9018a2cc5fec928", 24,
    ),
    "babbage": (
        "standardebooks/charles-babbage_passages-from-the-life-of-a-philosopher",
        "7756b9dd782660f5e07ee093ffc57418af2f0fcf", 24,
    ),
    "beagle": (
        "standardebooks/charles-darwin_the-voyage-of-the-beagle",
        "4ad3b795abbb155e21c100d17d0b4d3ed0e34c8a", 16,
    ),
    "black": ("standardebooks/jack-black_you-cant-win", "d497626dbb64e70d411ed74b0be1ecfea38e75d0", 16),
    "boethius": (
        "standardebooks/boethius_the-consolation-of-philosophy_h-r-james",
        "6c6e03c2a18036970013039ca5d92c26dab6074b", 12,
    ),
    "cody": (
        "standardebooks/william-f-cody_the-life-of-buffalo-bill",
        "125b8a6ae6d6e5f5f1e66a5ab39d4b0857008c88", 16,
    ),
    "conrad": (
        "standardebooks/joseph-conrad_a-personal-record", "dc9840a1e4f96104226507bc7603f51d2f14e6c5", 10,
    ),
    "coolidge": (
        "standardebooks/calvin-coolidge_the-autobiography-of-calvin-coolidge",
        "ad20f15fcf1cef877568d9a235511a8c2a4ef589", 14,
    ),
    "davies": (
        "jimbonator/w-h-davies_the-autobiography-of-a-super-tramp",
        "e250b3a4205c5099c2a3d4d0cc5f0919ed4c4a9b", 14,
    ),
    "descartes": (
        "standardebooks/rene-descartes_philosophical-works_john-veitch",
        "eacaa759a26a8b2bee79c8292354c8331bb4452f", 16,
    ),
    "diogenes": (
        "standardebooks/diogenes-laertius_the-lives-and-opinions-of-eminent-philosophers_c-d-yonge",
        "7697c893c06c045a15db5c23b23d91db8faa5c26", 40,
    ),
    "dukes": (
        "standardebooks/paul-dukes_red-dusk-and-the-morrow", "90005126647cebffab0805ebceb4a49058551177", 20,
    ),
    "enquiry": (
        "PopcornPlease/david-hume_an-enquiry-concerning-human-understanding",
        "3723190b64e5f233087a9d0db89652bc1e83b2d9", 20,
    ),
    "follett": (
        "standardebooks/mary-parker-follett_the-new-state", "26967b354a3547f418d9025abcda59cc75c0eda7", 30,
    ),
    "genealogy": (
        "standardebooks/friedrich-nietzsche_the-genealogy-of-morals_horace-b-samuel",
        "5d0c4a30afe8f453bce81d783a1742f8f3511ba4", 16,
    ),
    "godwin": (
        "weijia-cheng/william-godwin_an-enquiry-concerning-political-justice",
        "716a6630a9afbabbd7bea6e7f5336295004810df", 36,
    ),
    "goldman": (
        "standardebooks/emma-goldman_my-disillusionment-in-russia",
        "31a15cb09268fe9874ed4d16eedad42002296e08", 30,
    ),
    "hawk": (
        "standardebooks/black-hawk_the-autobiography-of-ma-ka-tai-me-she-kia-kiak-or-black-hawk",
        "ff81370e70e76d8bdb20896f4d82c00a70e93859", 20,
    ),
    "henson": (
        "standardebooks/matthew-henson_a-negro-explorer-at-the-north-pole",
        "f2692a42344a8a51330495eaba330be809916255", 8,
    ),
    "holmes": (
        "standardebooks/robert-derby-holmes_a-yankee-in-the-trenches",
        "2838d90b0d36386d5b507608927cce3a2b55a30e", 8,
    ),
    "jacobs": (
        "standardebooks/linda-brent_incidents-in-the-life-of-a-slave-girl",
        "915a6b3feb04cab66c936911d9f31bed2fa82923", 24,
    ),
    "keller": (
        "standardebooks/helen-keller_the-story-of-my-life", "8bc78df2ae6258bc99cfa8dc939afc83ce4f1b47", 20,
    ),
    "kingdom": (
        "standardebooks/leo-tolstoy_the-kingdom-of-god-is-within-you_leo-wiener",
        "4eabca8ed570c60cf295de8ddee82d2c4a4f7aaa", 36,
    ),
    "lebon": (
        "standardebooks/gustave-le-bon_the-crowd_t-fisher-unwin-ltd",
        "25f7b7eaf0f9b0a27067446a002155f97352ab3c", 20,
    ),
    "manifesto": (
        "standardebooks/karl-marx_friedrich-engels_the-communist-manifesto_samuel-moore",
        "d8406ca59cb88adcce717568bfe1a75d3ac58ad1", 8,
    ),
    "mumford": (
        "standardebooks/lewis-mumford_the-story-of-utopias", "67911a2de0f2f86a8a2d4a715c22445f69f403ff", 16,
    ),
    "nicomachean": (
        "standardebooks/aristotle_nicomachean-ethics_f-h-peters",
        "d8391805336deb7bd635cce3d127962420f25328", 16,
    ),
    "northup": (
        "standardebooks/solomon-northup_twelve-years-a-slave", "6dc8a31fa2f1630db685cbbe38b19eb0cf4c53c4", 24,
    ),
    "pragmatism": ("standardebooks/william-james_pragmatism", "1a5014de65a4a1e8edef42177e918940d3f2852b", 20),
    "problems": (
        "standardebooks/bertrand-russell_the-problems-of-philosophy",
        "6d2f24b18a4263d7ca43022163cfa9e1f366c9ba", 14,
    ),
    "procopius": (
        "standardebooks/procopius_the-secret-history_richard-atwater",
        "c637136dec870dbd923949b2bb2d91152deb8a77", 20,
    ),
    "proudhon": (
        "standardebooks/pierre-joseph-proudhon_what-is-property_benjamin-tucker",
        "584c959680a766eafaab97fa58182f77f1d281bd", 30,
    ),
    "quincey": (
        "standardebooks/thomas-de-quincey_confessions-of-an-english-opium-eater",
        "a672b885ae2f80e0846268640bae01e7e92d330e", 8,
    ),
    "riders": (
        "standardebooks/theodore-roosevelt_the-rough-riders", "3253af77c8004afb69286222062bf0a1a59b156e", 16,
    ),
    "rights": ("standardebooks/thomas-paine_the-rights-of-man", "75cb1c63cf36712e4dc62946364420a85b08fb73", 36),
    "riis": (
        "standardebooks/jacob-riis_how-the-other-half-lives", "abb018be1f5bf58be36b3f82b4ac7552f3062bf8", 20,
    ),
    "seacole": (
        "standardebooks/mary-seacole_wonderful-adventures-of-mrs-seacole-in-many-lands",
        "6e966c869bad86daa8210040953a44e694b9aa7f", 14,
    ),
    "seneca": (
        "Survey0r/seneca_moral-letters-to-lucilius_richard-m-gummere",
        "41d818db35ca37887c673c56c25408e0fd3b64c0", 24,
    ),
    "species": (
        "standardebooks/charles-darwin_the-origin-of-species", "7c13c26dbac394a5fbe31c21b0403a8688686ba3", 20,
    ),
    "subjection": (
        "standardebooks/john-stuart-mill_the-subjection-of-women",
        "e49f6997984ae9ef6ef316419370cc492d520331", 20,
    ),
    "sweden": (
        "standardebooks/mary-wollstonecraft_letters-written-during-a-short-residence-in-sweden-norway-and-denmark",
        "eaa264fce9aaa291d668a22a0daceb19ff4d5eee", 10,
    ),
    "taft": (
        "standardebooks/helen-herron-taft_recollections-of-full-years",
        "1ffd2ac4c5472d1753b5e5de637f61cce5bb7caa", 24,
    ),
    "twain": (
        "standardebooks/mark-twain_the-autobiography-of-mark-twain",
        "7e05565b1d6b4537232c1ffc1503c787ca91b959", 24,
    ),
    "underworld": (
        "standardebooks/ada-elizabeth-chesterton_in-darkest-london",
        "7a8aa5da8e8164637638bf76a56955e83a246cf9", 12,
    ),
    "yung": (
        "weijia-cheng/yung-wung_my-life-in-china-and-america", "43765becb7eb258cb49ddd53d32768544a5230a9", 14,
    ),
    # Of our time, too.
    "leveson": ("robertsharp/levesonhtml", "a190da14d3d42679c6b9b1594b8cfe3ffdd36f69", 60),
    "special": ("reportsthatmatter/reportsthatmatter", "0c4f4c7acb4940a3a6050c371e5b0ae067d031c8", 24),
    "nasa": ("katie-hofschen/NASA_RAG", "a1937050558f5f3cf51dc073fdd644bcd8d6092f", 24),
    "record": ("milesmcc/congress-scope", "19e83351806b9e81a5e164f3da2c4bd7c01fb2b6", 32),
    "briefings": ("brian14708/wh-briefings", "737ca03a271adc205c67766074ec8d0070f7ad95", 20),
    "scotus": ("raminass/scotus", "8d6cd338556ec9b7780d880ca1bd85d4d2719a75", 12),
}  # fmt: skip
# What is read of those that are no editions of that kind.
FILES = {
    "iraq": "pages/*.md", "mueller": "docs/mueller-report-vol-*.html", "leveson": "*/chapter*/index.html",
    "special": "reports/*/full.md", "nasa": "nasa_articles/*.md", "record": "docs/*.md",
    "briefings": "press-briefings/*/*.md", "scotus": "data/per_curiams/*.txt",
}  # fmt: skip
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
