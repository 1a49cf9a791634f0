"""The search index follows every load, at the cost of what is new, and is mended after whatever happened to it."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from archived import RULES, SITE, SITES, Page, archive, rows, site, start, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import warehouse.search_index as search_index
import warehouse.search_update as search_update
from warehouse.archive import DiskFull
from warehouse.check import check
from warehouse.database import reading
from warehouse.load import load
from warehouse.reextract import reextract
from warehouse.search import SearchError, Wanted, search
from warehouse.search_index import search_folder
from warehouse.search_update import differing, refresh

URL = "https://gazette.example/story/{}/frigate"
HERE = Path(__file__).parent
KILLS = int(os.environ.get("DEFNEWS_KILLS", "4"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Five stories, loaded."""
    archive(tmp_path, [Page(URL.format(n), story(n, "First"), hours=n) for n in range(5)])
    load(tmp_path, SITES, workers=0)
    return tmp_path


def found(data: Path, words: str) -> list[int]:
    """Numbers of the stories that a search finds, with an index that shows the warehouse."""
    answer = search(data, Wanted(words=words), limit=100)
    assert answer.current
    return sorted(int(hit.url.split("/")[-2]) for hit in answer.hits)


def agrees(data: Path) -> bool:
    """Whether the index has exactly the documents that one made anew would have."""
    with reading(data) as connection:
        return differing(data, connection) == set()


def segments(data: Path) -> dict[str, int]:
    """Documents written by segment of the index, the deleted ones too."""
    told = json.loads((search_folder(data) / "meta.json").read_text())
    return {segment["segment_id"]: segment["max_doc"] for segment in told["segments"]}


def test_a_load_makes_its_articles_findable(data: Path) -> None:
    """New articles are found, a corrected one by its new text alone, and one that is none any more not at all."""
    assert found(data, "frigate") == [0, 1, 2, 3, 4]
    archive(
        data, [Page(URL.format(1), story(1, "Corrected"), hours=9), Page(URL.format(7), story(7, "First"), hours=9)]
    )
    load(data, SITES, workers=0)
    assert found(data, "corrected") == [1]
    assert found(data, "first") == [0, 2, 3, 4, 7]
    emptied = "//p[not(contains(., 'story 4')) and not(contains(., 'story 7'))]"
    reextract(data, {SITE.stem: site(layout=[RULES["layout"][0] | {"prune": [emptied]}])}, workers=0)
    assert found(data, "frigate") == [4, 7]
    load(data, SITES, workers=0, rebuild=True)
    assert found(data, "frigate") == [0, 1, 2, 3, 4, 7]
    assert agrees(data)


def test_a_load_writes_what_is_new_and_no_more(data: Path) -> None:
    """A segment with one new document and the mark is added; what was seen unchanged is not written again."""
    before = segments(data)
    archive(data, [Page(URL.format(7), story(7, "First"), hours=9), Page(URL.format(2), story(2, "First"), hours=9)])
    load(data, SITES, workers=0)
    after = segments(data)
    assert set(before) < set(after)
    assert sum(after.values()) - sum(before.values()) == 2
    assert agrees(data)


def test_nothing_new_costs_nothing(data: Path) -> None:
    """A load that finds nothing leaves the index as it is."""
    before = (search_folder(data) / "meta.json").read_bytes()
    load(data, SITES, workers=0)
    assert (search_folder(data) / "meta.json").read_bytes() == before


@given(
    loads=st.lists(
        st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["A", "B"]), st.integers(0, 50)), max_size=3),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_however_loads_are_cut_the_index_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, loads: Iterable[list[tuple[int, str, int]]]
) -> None:
    """After each of any sequence of loads, of old captures too, the index shows the warehouse, document for document."""
    data = tmp_path_factory.mktemp("data")
    for pages in loads:
        archive(data, [Page(URL.format(n), story(n, text), hours=hour) for n, text, hour in pages])
        load(data, SITES, workers=0)
        assert agrees(data)


KILLED_LOAD = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from archived import SITES
from warehouse.load import load
import warehouse.loading, warehouse.search_update, warehouse.swap, tantivy

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

match sys.argv[3]:
    case "before the warehouse is published":
        warehouse.swap.WorkingCopy.publish = die
    case "before the index is opened":
        warehouse.loading.refresh = die
    case "while documents are written":
        warehouse.search_update._document = die
    case "after the commit":
        warehouse.search_update.sync_folder = die
        writing = warehouse.search_update._write
        warehouse.search_update._write = lambda *a: (writing(*a), die())
load(Path(sys.argv[2]), SITES, workers=0)
"""
MOMENTS = (
    "before the warehouse is published",
    "before the index is opened",
    "while documents are written",
    "after the commit",
)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("first", [True, False], ids=["first load", "later load"])
def test_a_kill_costs_a_load_and_nothing_else(tmp_path: Path, moment: str, first: bool) -> None:
    """Killed anywhere: searches go on with what there was, and the next load makes all well."""
    archive(tmp_path, [Page(URL.format(n), story(n, "First"), hours=n) for n in range(3)])
    if not first:
        load(tmp_path, SITES, workers=0)
        archive(tmp_path, [Page(URL.format(1), story(1, "Second"), hours=9), Page(URL.format(8), story(8, "First"))])
    command = [sys.executable, "-c", KILLED_LOAD, str(HERE), str(tmp_path), moment]
    assert subprocess.run(command, cwd=HERE.parent, check=False).returncode == -signal.SIGKILL
    if not first:
        answer = search(tmp_path, Wanted(words="frigate"), limit=100)
        published_first = moment in ("before the index is opened", "while documents are written")
        assert answer.current == (not published_first)
        assert answer.total == (4 if moment == "after the commit" else 3)
        parts = {finding.part for finding in check(tmp_path, SITES).findings}
        assert parts == {
            "before the warehouse is published": {"warehouse"},
            "after the commit": set(),
        }.get(moment, {"search"})
    load(tmp_path, SITES, workers=0)
    assert found(tmp_path, "frigate") == ([0, 1, 2] if first else [0, 1, 2, 8])
    assert agrees(tmp_path)
    assert [path.name for path in tmp_path.glob(".search*")] == []


LOOP = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from archived import SITES
from warehouse.load import load
load(Path(sys.argv[2]), SITES, workers=0)
"""


def test_kills_at_any_moment_are_mended_by_the_next_load(data: Path) -> None:
    """A load killed at a moment of chance, again and again; searches never fail, and in the end all is found."""
    chance = random.Random(7)
    for number in range(10, 10 + KILLS):
        archive(data, [Page(URL.format(number), story(number, "First"), hours=number)])
        began = time.monotonic()
        process = subprocess.Popen([sys.executable, "-c", LOOP, str(HERE), str(data)], cwd=HERE.parent)
        limit = chance.uniform(0.2, 1.5)
        while process.poll() is None and time.monotonic() - began < limit:
            assert search(data, Wanted(words="frigate")).total >= 5
        process.kill()
        process.wait()
    load(data, SITES, workers=0)
    assert found(data, "frigate") == [*range(5), *range(10, 10 + KILLS)]
    assert agrees(data)


def test_searches_never_wait_for_loads_nor_fail(data: Path) -> None:
    """A process that searches while another loads sees no error and only whole states."""
    program = """
import sys
from pathlib import Path
from warehouse.search import Wanted, search
seen = 0
while True:
    answer = search(Path(sys.argv[1]), Wanted(words="frigate"), limit=100)
    assert answer.total >= seen and len(answer.hits) <= answer.total, (answer.total, seen)
    seen = answer.total
    print(seen, flush=True)
"""
    with start(program, data) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "5\n"
        for number in range(10, 18):
            archive(data, [Page(URL.format(number), story(number, "First"), hours=number)])
            load(data, SITES, workers=0)
        while reader.poll() is None and reader.stdout.readline() not in ("13\n", ""):
            pass
        assert reader.poll() is None, reader.stderr.read() if reader.stderr else ""
        reader.kill()


def test_who_may_only_read_can_search(data: Path) -> None:
    """An analyst searches what the crawl's account has loaded, in a folder that is not his to write in."""
    program = """
import os, sys
from pathlib import Path
from warehouse.search import Wanted, search
search_folder = Path(sys.argv[1]) / "search"
search(Path(sys.argv[1]), Wanted(words="frigate"))  # while all modules can be read
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    (search_folder / ".tantivy-meta.lock").open("r+")
except PermissionError:
    print(search(Path(sys.argv[1]), Wanted(words="frigate")).total)
"""
    with tempfile.TemporaryDirectory() as shared:
        Path(shared).chmod(0o755)
        folder = Path(shutil.copytree(data, Path(shared, "data")))
        folder.chmod(0o755)
        for lock in search_folder(folder).glob(".*.lock"):
            lock.chmod(0o444)
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, cwd=HERE.parent, check=False
        )
    assert (done.stdout, done.stderr) == ("5\n", "")


def test_no_index_says_what_to_run_and_the_next_load_makes_one(data: Path) -> None:
    """A warehouse from before there was search, or whose index was removed."""
    shutil.rmtree(search_folder(data))
    with pytest.raises(SearchError, match=r"no search index in .* yet: run `defnews load`"):
        search(data, Wanted(words="frigate"))
    load(data, SITES, workers=0)
    assert found(data, "frigate") == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("damage", ["junk", "cut", "gone", "layout", "schema", "file"])
def test_an_unusable_index_says_so_and_the_next_load_makes_it_anew(
    data: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was done to its files, or another version of the program made it."""
    folder = search_folder(data)
    (terms,) = list(folder.glob("*.term"))[:1]
    match damage:
        case "junk":
            (folder / "meta.json").write_text("{}")
        case "cut":
            terms.write_bytes(terms.read_bytes()[: terms.stat().st_size // 2])
        case "gone":
            terms.unlink()
        case "layout":
            monkeypatch.setattr(search_index, "LAYOUT", (0,))
            monkeypatch.setattr(search_update, "LAYOUT", (0,))
        case "schema":
            monkeypatch.setattr(search_index, "UNSTEMMED", ("byline", "tags", "dateline"))
            monkeypatch.setattr(search_index, "LAYOUT", (0,))
            monkeypatch.setattr(search_update, "LAYOUT", (0,))
        case "file":
            shutil.rmtree(folder)
            folder.mkdir()
    with pytest.raises(SearchError, match="run `defnews load`"):
        search(data, Wanted(words="frigate"))
    load(data, SITES, workers=0)
    assert found(data, "frigate") == [0, 1, 2, 3, 4]


def test_a_read_only_file_system_is_no_damage(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can write the lock (tantivy's own words for that), the index is read without it."""
    opened = search_index._opened

    def refused(folder: Path) -> search_index.OpenedIndex:
        if folder == search_folder(data):
            raise ValueError(
                'Failed to acquire Lockfile: IoError(Os { code: 30, kind: ReadOnlyFilesystem, message: "Read-only file system" })'
            )
        return opened(folder)

    monkeypatch.setattr(search_index, "_opened", refused)
    assert found(data, "frigate") == [0, 1, 2, 3, 4]


def test_an_older_warehouse_put_back_is_followed(data: Path, tmp_path: Path) -> None:
    """After a restore from a backup the index is of another state; the load sees that and compares all."""
    warehouse = data / "warehouse.duckdb"
    older = warehouse.read_bytes()
    archive(data, [Page(URL.format(7), story(7, "First"), hours=9)])
    load(data, SITES, workers=0)
    warehouse.unlink()
    warehouse.write_bytes(older)
    assert not search(data, Wanted(words="frigate")).current
    load(data, SITES, workers=0)
    assert found(data, "frigate") == [0, 1, 2, 3, 4, 7]
    assert agrees(data)


def test_a_full_disk_leaves_the_index_that_there_was(data: Path) -> None:
    """The warehouse is published, the index keeps its state, the load says that there is no room (exit code 3)."""
    program = f"""
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {str(HERE)!r})
from warehouse.archive import DiskFull
from warehouse.search_update import refresh
data = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, resource.RLIM_INFINITY))
try:
    refresh(data)
except DiskFull as error:
    print(error)
"""
    archive(data, [Page(URL.format(7), story(7, "First"), hours=9)])
    shutil.copytree(search_folder(data), data / "kept")
    load(data, SITES, workers=0)
    shutil.rmtree(search_folder(data))
    (data / "kept").rename(search_folder(data))
    done = subprocess.run(
        [sys.executable, "-c", program, str(data)], capture_output=True, text=True, cwd=HERE.parent, check=False
    )
    assert "no room left for" in done.stdout, done.stderr
    assert search(data, Wanted(words="frigate")).total == 5
    refresh(data)
    assert found(data, "frigate") == [0, 1, 2, 3, 4, 7]


@pytest.mark.parametrize("kind", [".term", ".idx", ".pos", ".store", ".fast", ".fieldnorm", ".del", ".json"])
def test_check_finds_a_flipped_bit_in_any_file(data: Path, kind: str) -> None:
    """Every file of the index is verified; repair sets it aside and builds it anew."""
    archive(data, [Page(URL.format(1), story(1, "Second"), hours=9)])
    load(data, SITES, workers=0)
    assert check(data, SITES).sound
    (path,) = list(search_folder(data).glob(f"[!.]*{kind}"))[:1]
    content = bytearray(path.read_bytes())
    at = content.index(b"segment_id") if kind == ".json" else 0
    content[at] ^= 1
    path.write_bytes(content)
    (finding,) = check(data, SITES).findings
    assert (finding.part, "set aside" in finding.remedy) == ("search", True)
    report = check(data, SITES, repair=True, workers=0)
    assert report.sound
    (aside,) = data.glob("search.*.aside")
    assert (aside / path.name).read_bytes() == content
    assert report.repaired == (f"set aside {aside}", f"made {search_folder(data)} show the warehouse")
    assert found(data, "frigate") == [0, 1, 2, 3, 4]


def test_check_finds_what_the_index_does_not_have(data: Path) -> None:
    """An index that says it is current and is not; one that is behind; one that is missing."""
    folder = search_folder(data)
    shutil.copytree(folder, data / "kept")
    ((key,),) = rows(data, "SELECT url_key FROM articles WHERE url = ?", [URL.format(1)])
    writer = search_index.open_index(data).index.writer(15_000_000, 1)
    writer.delete_documents_by_term("url_key", key)
    writer.commit()
    writer.wait_merging_threads()
    assert said(data) == [f"1 articles are not in {folder} as the warehouse has them"]
    mend(data)
    archive(data, [Page(URL.format(7), story(7, "First"), hours=9)])
    load(data, SITES, workers=0)
    shutil.rmtree(folder)
    (data / "kept").rename(folder)
    assert said(data) == [f"{folder} shows an earlier warehouse than the one there is"]
    mend(data)
    shutil.rmtree(folder)
    assert said(data) == [f"{folder} is missing"]
    folder.write_text("somebody's own")
    assert said(data) == [f"{folder} is no folder"]
    mend(data)
    assert [path.read_text() for path in data.glob("search.*.aside") if path.is_file()] == ["somebody's own"]
    shutil.rmtree(folder)
    for path in data.glob("state.sqlite*"):
        path.unlink()
    shutil.rmtree(data / "archive")  # a warehouse alone, as somebody was given it
    mend(data)
    assert found(data, "frigate") == [0, 1, 2, 3, 4, 7]


def said(data: Path) -> list[str]:
    findings = check(data, SITES).findings
    assert {finding.part for finding in findings} == {"search"}
    return [finding.said for finding in findings]


def mend(data: Path) -> None:
    assert check(data, SITES, repair=True, workers=0).sound


def test_disk_full_is_told_as_such() -> None:
    """The kind of error that ends a program with exit code 3."""
    with pytest.raises(DiskFull):
        search_update._raise_if_full(Path(), OSError(28, "No space left on device"))
