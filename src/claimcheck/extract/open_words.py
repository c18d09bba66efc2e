"""What follows the words for open weights where they are said of a model, and where they are said of something else."""

from __future__ import annotations

import re

OTHER_NOUN = re.compile(
    r"[\s-](?:llms\b|AI\b(?=\s(?:remains?|is|has|will|models|community|and|as)\b|[.,;])"
    r"|variants?|options|large language models|and (?:closed|proprietary)|licen[sc]e"
    r"|model famil\w+|definition|initiative|sense|standards?|community|alternatives|models\b"
    r"|counterparts|competitors|competition|ecosystem|development|tools?|projects?|tokenizer"
    r"|PRs?\b|pull requests?|commits?|issues?\b|AI (?:ecosystem|scene|community|labs?|movement|tools?|platforms?)|(?:[\w-]+\s){1,3}platforms?"
    r"|contribut\w+|philosophy|solutions?|paradigm|approach\w*|portability|principles|strategy|software|packages?|code\w*|repo\w*|agents?|cli|sdk|platforms?|engines?"
    r"|(?:[\w-]+\s){1,2}(?:tools?|apps?|librar\w+|frameworks?|engines?)\b|ocr|stack|infrastructure"
    r"|challengers|contenders|rivals|newcomers|labs|side|camp|landscape|scene|field|race|era|wave|revolution"
    r"|roots|ethos|and community|movement|world|space|frameworks?|librar(?:y|ies)|leaderboards?|rankings?|category)"
    r"|-LLMs?\b",
    re.I,
)
GOES_ON = re.compile(  # what may follow where a model is called open: no "open-source advocates", "open-source runtime", "open-weight self-hosted means"
    r"\s?(?:[^\w\s-]|$)|\s(?:under|with|by|from|on|via|at|as|so|because|since|but|which|that|while|for|in|is|are|was|were|has|and|or|to|of|through|than|not|yet"
    r"|today|now|too|also|it|we|you|available|availability|accessible|released?|releasing|nature|status|licen[sc]\w+|since|if|when|where|means|meaning|making|allowing)\b"
    r"|[\s-](?:[\w.,-]+\s){0,4}?(?:models?|LLMs?|SLMs?|VLMs?|MoE|AI|weights?|release|versions?|transformer|famil(?:y|ies)|series|checkpoints?|generation|system"
    r"|giants?|powerhouse|flagship|leader|champion|king|offering|option|choice|pick|alternative|entry|addition|project|foundation|nature|rival|competitor|standard"
    r"|chatbots?|assistant|conversational agent|baseline|marvel|contender|performer|architecture|reasoner|suite|SOTA|MIT|Apache)\b", re.I
)
