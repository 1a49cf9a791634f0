"""Learn the weights of `extract/phrasing.txt`.

    python -m training CORPUS           write them
    python -m training CORPUS --check   write nothing: say how well lines are told apart that were not learned from

CORPUS holds ``gold.jsonl`` with the ``body`` of real articles in English, as for the benchmarks: their paragraphs show what texts are
like. Of those only the weights of words are taken that our own lines have, too.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from extract.phrasing import features_of
from training.lines import MEASURE, Line, importance, our_lines, short

WEIGHTS = Path(__file__).parent.parent / "extract" / "phrasing.txt"
HEAD = "# Made by `make training`: weight in hundredths, then a word, how long words begin (*) or two words side by side.\n"
SEEN = 2  # of our lines at least that have a word, for it to be weighed
LEAST = 0.15  # weights closer to nothing are left out
FOLDS = 5
LIMITS = (-1.5, 0, 1, 2)


def real_lines(corpus: Path) -> Iterator[Line]:
    """Give the paragraphs of real articles."""
    with (corpus / "gold.jsonl").open(encoding="utf-8") as rows:
        for row in rows:
            for paragraph in (json.loads(row)["body"] or "").splitlines():
                if text := " ".join(paragraph.split()):
                    yield Line(text, around=False, language=MEASURE)


def learn(ours: list[Line], real: list[Line]) -> dict[str, float]:
    """Give the weights of features; ``<start>`` is what every line begins with."""
    seen = Counter(feature for line in ours for feature in set(features_of(line.text)))
    known = {feature for feature, times in seen.items() if times >= SEEN}
    lines = [*ours, *real]
    counter = CountVectorizer(analyzer=lambda line: [f for f in features_of(line.text) if f in known])
    table = counter.fit_transform(lines)
    model = LogisticRegression(max_iter=1_000)
    model.fit(table, [line.around for line in lines], sample_weight=importance(lines))
    weights = dict(zip(counter.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {"<start>": float(model.intercept_[0])} | {f: w for f, w in weights.items() if abs(w) >= LEAST}


def check(ours: list[Line], real: list[Line]) -> None:
    """Print how many lines of either kind lean beyond some limits by weights learned from the others."""
    shuffled = random.Random(1).sample(ours, len(ours))
    leanings: list[tuple[float, Line]] = []
    for fold in range(FOLDS):
        weights = learn([line for i, line in enumerate(shuffled) if i % FOLDS != fold], real)
        leanings += [
            (weights["<start>"] + sum(weights.get(feature, 0.0) for feature in features_of(line.text)), line)
            for line in shuffled[fold::FOLDS]
        ]
    for language in sorted({line.language for line in ours}):
        mine = [(lean, line.around) for lean, line in leanings if line.language == language]
        around, texts = ([lean for lean, is_around in mine if is_around is kind] for kind in (True, False))
        shares = (
            f"> {limit}: {sum(x > limit for x in around) / len(around):4.0%} of them, {sum(x > limit for x in texts) / len(texts):5.1%}"
            for limit in LIMITS
        )
        print(f"{language}  {len(around):5,} lines around articles, {len(texts):5,} in them  {'  '.join(shares)}")


def main() -> None:
    """Learn, or check what would be learned."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not (options.corpus / "gold.jsonl").is_file():
        parser.error(f"{options.corpus} holds no gold.jsonl: name the folder of the corpus that the benchmarks take.")
    try:
        ours = short(our_lines())
    except ValueError as error:
        parser.error(str(error))
    real = short(real_lines(options.corpus))
    if options.check:
        check(ours, real)
        return
    weights = {feature: round(100 * weight) for feature, weight in learn(ours, real).items()}
    listed = "".join(f"{weight} {feature}\n" for feature, weight in sorted(weights.items()))
    WEIGHTS.write_text(HEAD + listed, encoding="utf-8")
    print(f"{len(weights):,} weights from {len(ours):,} lines of ours and {len(real):,} of articles")


if __name__ == "__main__":
    main()
