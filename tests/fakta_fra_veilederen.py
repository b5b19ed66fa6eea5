"""Facts of the guide (Trondheim, November 2021), each checked against the guide's own text.

Labels, names, numbers and addresses as printed there, odd spelling and full stops included;
only lines that the page broke are joined. Punctuation is the content's own choice, so compare
labels by their letters and digits. Keys are the content's ids, step numbers for ANSVARLIG.
"""

from collections.abc import Mapping
from typing import Final

# Where the running text prints an address with another ending, the list of addresses counts.
ADRESSER: Final[tuple[str, ...]] = (
    # chapter 8
    "https://www.regjeringen.no/no/dokumenter/handlingsplan-mot-radikalisering-og-voldelig-ekstremisme/id2711314/",
    "https://www.trondheim.kommune.no/contentassets/d50eafe7293740e1919c4e48be87437c/strategier-og-rutiner-versjon-siste-mars.-2020.pdf/",
    "https://www.pst.no",
    "https://rvtsmidt.no/",
    "https://utveier.no/",
    # chapter 9
    "https://www.regjeringen.no/no/sub/radikalisering/veileder/id2398051/",
    "http://www.radikalisering.no",
    "http://www.trondheim.kommune.no/slt/",
    "https://www.sv.uio.no/c-rex/",
    "https://stopekstremisme.dk/om-centeret",
    "https://bra.se/forebygga-brott/forebyggande-utifran-amne/hatbrott.html",
    "https://ec.europa.eu/home-affairs/networks/radicalisation-awareness-network-ran_en",
    "https://utveier.no/krus/",
    "https://www.nupi.no/Publikasjoner",
    "https://www.dare-h2020.org/",
    "https://vfb.no/",
    "http://dembra.no/laeringsressurser/",
    "http://dembra.no/gjennomforing/",
    "https://dembra.no/",
    "https://phs.brage.unit.no/phs-xmlui/bitstream/handle/11250/175076/forebygging%20av%20terrorisme.pdf?sequence=1&isAllowed=y",
    "https://www.regjeringen.no/contentassets/a52f793994fc474cbde714586dfc0762/rapport_forebygging-rad-eks.pdf",
    "https://ec.europa.eu/home-affairs/networks/radicalisation-awareness-network-ran/publications/extremists-use-gaming-adjacent-platforms-insights-regarding-primary-and-secondary-prevention_en",
    "https://www.udir.no/globalassets/filer/laringsmiljo/veileder-i-beredskap-alvorlige-skolehendelser-bokmaal.pdf",
    "http://www.regjeringen.no/upload/KD/Vedlegg/Grunnskole/Eidsvagutvalget/Eidsvag_rapport_Det_kan_skje_igjen.pdf",
    "https://22julisenteret.no/22-juli/",
    "https://www.regjeringen.no/contentassets/3a61dbea5df746759b32c6c139572905/tilgjengelige-toffe-trygge.pdf",
)

# Chapter 10: as printed, and the digits alone.
TELEFONNUMRE: Final[tuple[tuple[str, str], ...]] = (
    ("952 63 621", "95263621"),
    ("468 08 413", "46808413"),
    ("918 61 884", "91861884"),
    ("02800", "02800"),
    ("982 91 184", "98291184"),
    ("906 34 825", "90634825"),
    ("470 56 826", "47056826"),
    ("952 63 889", "95263889"),
    ("72 82 20 05", "72822005"),
    ("913 37 771", "91337771"),
)

NAVN: Final[tuple[str, ...]] = (
    "Susanne Hellan Øiaas",
    "Live Næss",
    "Thomas Hugaas Molden",
    "Jannicke Akse",
    "Martin Pütz",
    "Stine Osvoll",
    "Venke Aarethun",
)

# Chapter 4: 4 + 8 + 6 + 4 signs.
TEGN: Final[Mapping[str, tuple[str, ...]]] = {
    "interesser": (
        "Appellerer til og søker etter ekstremistisk materiale på nett",
        "Endrer utseende, klesdrakt m.m",
        "Benytter symboler knyttet til ekstremistiske idealer og organisasjoner",
        "Slutter på skolen, med fritidsaktiviteter m.m.",
    ),
    "uttalelser": (
        "Intoleranse for andres synspunkter",
        "Fiendebilder – vi og dem",
        "Konspirasjonsteorier",
        "Hatretorikk",
        "Sympati for absolutte løsninger som avskaffelse av demokrati",
        "Legitimere vold",
        "Trusler om vold for å nå politiske mål",
        "Sort/hvitt tenkning med et lite nyansert verdensbilde",
    ),
    "aktiviteter": (
        "Opptatt av ekstremisme på internett og sosiale medier",
        "Bruk av “humor” som ufarliggjør krenkende og ekstreme ytringer",
        "Deltar på demonstrasjoner og voldelige sammenstøt med andre grupper",
        "Bruker trusler og vold som følge av ekstremisme",
        "Hatkriminalitet",
        "Reisevirksomhet som kan føre til økt radikalisering og kontakt med ekstremister",
    ),
    "nettverk": (
        "Endrer nettverk og omgangskrets",
        "Omgås med personer og grupper som er kjent for ekstremisme",
        "Omgås i grupper der det utøves trusler vold og/eller annen kriminell virksomhet",
        "Medlem i ekstremistiske grupper, nettverk og organisasjoner fysisk eller på nett",
    ),
}

# Chapter 5: 11 + 9 + 16 + 6 risk factors. The text prints "Polariserende fiendebilder" after the
# protective factors, but it is the sixth ideological risk factor.
RISIKOFAKTORER: Final[Mapping[str, tuple[str, ...]]] = {
    "personlig": (
        "Marginalisert/diskriminert",
        "Mangler/søker tilhørighet",
        "Skolerelaterte problemer",
        "Psykiske problemer",
        "Mangler kunnskap",
        "Traumatiske opplevelser",
        "Søkende etter svar",
        "Individuell sårbarhet",
        "Betrakter seg selv som offer",
        "Mangler selvkontroll/ impulsiv",
        "Utrygg identitet",
    ),
    "familie": (
        "Dårlig samspill i familien",
        "Foreldre som sliter i foreldrerollen",
        "Sosiale problemer i familien",
        "Psykiske problemer i familien",
        "Rusmisbruk",
        "Fattigdom eller arbeidsledighet",
        "Vold eller annen omsorgssvikt",
        "Påvirkning av transnasjonalt familieliv og nettverk",
        "Ekstreme sympatier hos venner, familie eller slekt",
    ),
    "sosial": (
        "Lav sosial status",
        "Mangler/søker tilhørighet",
        "Marginalisert ungdom",
        "Opplevd diskriminering",
        "Negativ påvirkning av venner",
        "Liten/ingen deltakelse i sosiale felleskap",
        "Arbeidsledig",
        "Mangelfullt skoletilbud",
        "Livsstil som omfatter kriminalitet",
        "Utrygt lokalområde",
        "Behov for felleskap",
        "Behov for anerkjennelse",
        "Spenningssøking",
        "Søker beskyttelse",
        "Ekstremistiske forbilder",
        "Føler at ens religion, kultur, land, nasjon m.m. er under angrep",
    ),
    "ideologisk": (
        "Søken etter politisk eller kulturell identitet",
        "Misnøye med sosial og økonomisk urettferdighet",
        "Legitimering og rettferdiggjøring av vold for å nå mål",
        "Sympati for absolutte løsninger som avskaffelse av demokrati.",
        "Konspirasjonsteorier",
        "Polariserende fiendebilder",
    ),
}

# Chapter 5: 11 + 4 + 7 + 2 protective factors.
BESKYTTELSESFAKTORER: Final[Mapping[str, tuple[str, ...]]] = {
    "personlig": (
        "God refleksjonsevne",
        "Nysgjerrighet på andres synspunkter",
        "Skoleflink",
        "Hobbyer eller aktiv i idrett",
        "Mestringsfølelse",
        "Robust",
        "Opplevelse av mening",
        "Selvtillit",
        "Livskvalitet",
        "God helse",
        "Trygg identitet",
    ),
    "familie": (
        "Gode familierelasjoner",
        "Høy sosioøkonomisk status",
        "Støttende foreldre",
        "God kommunikasjon og samspill innad i familien",
    ),
    "sosial": (
        "Trygge vennerelasjoner",
        "Er i arbeid.",
        "Går på skolen",
        "Prososiale venner",
        "Opplever å høre til i storsamfunnet",
        "Deltakelse i organiserte eller/og uorganiserte aktiviteter.",
        "Trygt lokalområde",
    ),
    "ideologisk": (
        "Forståelse for demokrati, valgfrihet, toleranse og respekt for mangfold.",
        "Kritisk til kilder og informasjon",
    ),
}

# Chapter 6: the cells of the column "Ansvarlig" (the page breaks "Radikaliserings- kontakt").
ANSVARLIG: Final[Mapping[str, tuple[str, ...]]] = {
    "1": ("Ansatte",),
    "2": ("Ledelsen", "Enheten", "Frivillige organisasjoner"),
    "3": ("Enheten", "Politi", "Kommune", "Barnevern"),
    "4": ("Politi", "Radikaliseringskontakt", "Foresatte"),
    "5": ("Aktørene på tvers av sektorene / SLT",),
    "6": ("Aktører på tvers av sektorer", "Tillitspersoner", "Foresatte", "Mentor"),
    "7": ("Politi", "PST"),
}

# Chapter 9: the 19 headings.
NETTSTEDOPPFORINGER: Final[tuple[str, ...]] = (
    "Nasjonal veileder for forebygging av radikalisering og voldelig ekstremisme",
    "Informasjon fra departementene",
    "SLT arbeidet i Trondheim kommune",
    "C-REX Universitetet i Oslo",
    "Nationalt Center for Forebyggelse af Ekstremisme (Danmark)",
    "Brottsförebyggande rådet (Sverige)",
    "Radicalisation Awareness Network (RAN) EU",
    "Utveier.no",
    "Norsk Utenrikspolitisk Institutt (NUPI)",
    "Dialogue about Radicalisation and Equality (DARE)",
    "Organisasjonen voksne for barn (VFB)",
    "DEMBRA (Demokratisk beredskap mot rasisme og antisemittisme)",
    "Forebygging av terrorisme og annen kriminalitet – rapport",
    "Forebygging av radikalisering og voldelig ekstremisme på internett – rapport",
    "Gamingplattformers rolle i ekstremisme",
    "Alvorlige hendelser i utdanningsinstitusjoner – veileder",
    "Det kan skje igjen – rapport",
    "Undervisningsmateriell 22. juli",
    "Tilgjengelige, tøffe og trygge? Forebygging av kriminalitet på internett – rapport",
)
