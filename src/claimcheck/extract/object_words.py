"""The words around a model's name that make it what another is only compared with: "faster than X", "X-class", "(up from 42% on X)"."""

from __future__ import annotations

import re

from claimcheck.extract.cues import Cue

OBJECT = Cue(
    r"(?:\b(?:than|versus|vs\.?|against|unlike|like|beat(?:s|ing)?|outperform\w*|surpass\w*|exceed\w*"
    r"|match(?:es|ed|ing)?|tie(?:s|d)(?: with)?|tying|behind|ahead of|between|alongside(?: updated)?|such as|competitors? like|"
    r"pass(?:es|ed|ing)|past|overtak(?:es|ing|en)|overtook|leapfrog\w*|topp(?:ed|ing)|bested|eclips\w+|edg(?:es|ed|ing) (?:out|past)|"
    r"challeng\w+|doubl(?:e|ing)|twice|triple|undercut(?:s|ting)?|outpac\w+|outclass\w*|outscor\w+|outshin\w+|dominat\w+|crush\w*|trail\w*|replac\w+"
    r"|edg(?:e|es|ed|ing) (?:out|past)|overt(?:ook|ak(?:e|es|en|ing))|topp?(?:s|ed|ing)|leapfrog\w*|outrank\w*|outd(?:o|oes|oing|id)|eclips(?:es|ed|ing)|leads"
    r"|(?:first|only|biggest|largest|best|release|launch|model|upgrade|jump|leap)s? since"
    r"|rival\w*|over|(?:with)?in (?:about |just )?[\d.]+(?:\s?[-–]\s?[\d.]+)?(?: (?:percentage )?points?|\s?%| percent) of|points? of"
    r"|(?:sit(?:s|ting)?|slot(?:s|ted)?|lands?|positioned|placed|priced) (?:in |right |just |well |far |a (?:tier|step) )?(?:under|below|beneath|above)"
    r"|shar(?:es?|ed|ing) [^.;,()]{2,40} with"
    r"|compet\w+ (?:\w+ )?(?:with|against)|(?:model|models|every\w*|anything|ranks?|scor\w+|just|far|well|and|points?|percent) (?:above|below)"
    r"|(?:extend|expand|enhanc|improv|buil[dt])\w*\s(?:(?:up)?on\s)?(?:the\s)?(?:\w+\s)?"
    r"(?:capabilit(?:y|ies)|performance|success|strengths?|features|foundations?|base|backbone|architecture|legacy|groundwork) of"
    r"|(?:surpassed|outperformed|outpaced|outclassed|outscored|overtaken|beaten|eclipsed|superseded|succeeded|replaced) by"
    r"|(?:instead of|rather than)(?: [\w-]{1,16}ing)?"
    r"|same (?:[\w-]{1,20} ){1,3}as|as (?!well\b|soon\b|far\b)[a-z-]{2,14} as"
    r"|(?:match\w*|surpass\w*|exceed\w*|rival\w*|approach\w*|reach\w*|outperform\w*|close to|near) (?:the )?"
    r"(?:[\w-]{1,24} ){0,2}(?:capabilities|performance|quality|abilities|level|accuracy|intelligence) of"
    r"|(?:gets?|gives?|has|have|delivers?|offers?|keeps?|retains?|provides?|brings?|captures?) (?:you )?(?:most|much|nearly all|almost all|the bulk) of"
    r"|(?:similar|comparable|equal|identical|close) (?:[\w-]{1,20} ){1,3}(?:to|with)|(?:compared|relative|similar|comparable|close|superior|inferior|"
    r"equivalent|identical|next|approach\w+|counterparts?|comparisons?) (?:to|with)|compared|alternative to"
    r"|compet(?:e|es|ed|ing)\s(?:directly\s)?(?:with|against)|challeng(?:es|ed|ing)|tak(?:es|ing)\son|on\spar\swith"
    r"|(?:answer|response|challenge|challenger|threat|competitor|rival|clone)\sto|inspired\sby|distilled\sfrom"
    r"|successor (?:to|of)|predecessor,?|instead of|"
    r"(?:match\w*|surpass\w*|rival\w*|exceed\w*|approach\w*|outperform\w*|equal\w*|on\spar\swith|than)\s(?:the\s)?(?:\w+\s){1,3}of|"
    r"(?:edg|slip|pull|mov|leap|surg|push|jump|blow|sail|slid|rac|nudg)\w*\s(?:just\s|well\s|right\s|narrowly\s)?past|edg(?:es?|ed|ing)\sout"
    r"|(?:trounc|leapfrog|overtak|overtook|eclips|upstag|overshadow|edg|equal|outdo|outmatch|outrank|outstrip)\w*|top(?:s|ped|ping)|best(?:s|ed|ing)"
    r"|(?:success|legacy|foundation|footsteps|shadow|heels)(?:es)?\sof|parity\swith|(?:toe[\s-]to[\s-]toe|neck[\s-]and[\s-]neck|head[\s-]to[\s-]head|level|in\sline)\swith"
    r"|(?:just\s|well\s|far\s)?(?:shy|short)\sof|up\sagainst|"
    r"(?:half|third|quarter|(?:four|fif|six|seven|eigh|nin|ten|hundred|\d)th|fraction|percent|times|speed|twice|double|triple|\dx)\b[^.;()]{0,28}\bof|%\sof"
    r"|(?:version|variant|sibling|cousin|brother|sister|replications?|reproductions?|recreations?|clones?|equivalents?|counterparts?) (?:of|to)"
    r"|based (?:up)?on|buil[dt](?:ing)? (?:up)?on|on top of|from)"
    r"|near(?:s|ing)?|with near|approach(?:es|ing)"
    r"|,\s?(?:not|unlike))\s(?:(?:the|its|their|full|original|base|standard|OpenAI['’]s|Google['’]s"
    r"|Anthropic['’]s|models? like|both|all|every|even|older|other|previous|earlier|prior|newer|our|my|your|current|former|outgoing|existing|20\d\d|"
    r"OpenAI|Google|Anthropic|Meta|most|such as|predecessor|sibling|rival|competitor|flagship|latest|(?:much )?(?:larger|smaller|bigger),?"
    r"|(?:more|far more) expensive|pricier|costlier)\s)*[\"“‘(]?$",
)
# "The June version of X reached …" speaks of X; "a smaller version of X" does not.
EDITION = re.compile(r"(?:^|[.!?:]\s)\W*The\s(?:[\w-]+\s){0,2}(?:version|variant)\sof\s$")
ASIDE = re.compile(  # "65.4% (from 59.8% for X)", "(up from 42% on X)"
    r"\((?:up\s|down\s)?(?:from|vs\.?|versus|against|compared (?:to|with))\s(?:about\s|just\s|only\s)?[~≈$]?\d[\d.,]{0,9}\s?[%KMB]?"
    r"\s(?:for|on|by|in|with|of)\s(?:the\s)?$"
)
CLASS = re.compile(  # "GPT-4-level", "GPT-4 Competitor: …"
    r"[\s-](?:class|level|grade|era(?!\s[A-Z\d])|tier(?=\s\(\d|\s(?:model|performance|quality)s?\b)"
    r"|(?:competitor|rival|challenger|killer|beater|alternative|replacement|clone|parity)s?(?=\s?(?:[,.;:)]|$)"
    r"|\s(?:that|which|with|for|from|built|in)\b))\b(?!\s\d)", re.I
)
